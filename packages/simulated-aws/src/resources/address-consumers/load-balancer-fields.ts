import {
  computed,
  defaulted,
  type Field,
  type Fields,
  autonamed,
  optional,
  optionalComputed,
  regionFields,
  replacing,
  required,
  tagFields,
} from "../../schema/field";

const logs: Field = optional({ object: { bucket: required("string"), enabled: defaulted("boolean", false), prefix: optional("string") } });

/**
 * Source: docs/aws-facts.md#provider-fields, aws_lb; the maximum length of names as in pulumi-aws. Fields that do not apply to a type of
 * load balancer have their default, where Terraform omits them.
 */
export const loadBalancerFields: Fields = {
  ...regionFields,
  ...tagFields,
  accessLogs: logs,
  arn: computed("string"),
  arnSuffix: computed("string"),
  clientKeepAlive: defaulted("number", 3600),
  connectionLogs: logs,
  customerOwnedIpv4Pool: replacing(optional("string")),
  desyncMitigationMode: defaulted("string", "defensive"),
  dnsName: computed("string"),
  dnsRecordClientRoutingPolicy: defaulted("string", "any_availability_zone"),
  dropInvalidHeaderFields: defaulted("boolean", false),
  enableCrossZoneLoadBalancing: defaulted("boolean", false),
  enableDeletionProtection: defaulted("boolean", false),
  enableHttp2: defaulted("boolean", true),
  enablePrefixForIpv6SourceNat: optionalComputed("string"),
  enableTlsVersionAndCipherSuiteHeaders: defaulted("boolean", false),
  enableWafFailOpen: defaulted("boolean", false),
  enableXffClientPort: defaulted("boolean", false),
  enableZonalShift: defaulted("boolean", false),
  enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: optionalComputed("string"),
  healthCheckLogs: logs,
  idleTimeout: defaulted("number", 60),
  internal: replacing(optionalComputed("boolean")),
  ipAddressType: optionalComputed("string"),
  ipamPools: optional({ object: { ipv4IpamPoolId: required("string") } }),
  loadBalancerType: replacing(defaulted("string", "application")),
  minimumLoadBalancerCapacity: optional({ object: { capacityUnits: required("number") } }),
  name: autonamed(32),
  namePrefix: replacing(optionalComputed("string")),
  preserveHostHeader: defaulted("boolean", false),
  secondaryIpsAutoAssignedPerSubnet: optionalComputed("number"),
  securityGroups: optionalComputed({ set: "string" }),
  subnetMappings: optionalComputed({
    set: {
      object: {
        allocationId: optional("string"),
        ipv6Address: optional("string"),
        outpostId: computed("string"),
        privateIpv4Address: optional("string"),
        subnetId: required("string"),
      },
    },
  }),
  subnets: optionalComputed({ set: "string" }),
  vpcId: computed("string"),
  xffHeaderProcessingMode: defaulted("string", "append"),
  zoneId: computed("string"),
};
