import type { AddressConsumerKind } from "@lambda-vpc/model";
import { type AddressNumber, asManyAs, beyondTheFirst, greatest, oneFor, sum, times } from "./further-addresses";
import { given, type StackResource } from "../stack/stack-resource";
import { UNKNOWN } from "../stack/value";
import type { ValuePath } from "../stack/values-at";

/** How resources of one type take addresses of the subnets that they name. */
export interface AddressConsumerType {
  /** Undefined if the resource takes no address. */
  readonly kind: (resource: StackResource) => AddressConsumerKind | undefined;
  /** The paths of its subnets. The first path with a subnet counts. */
  readonly subnets: readonly ValuePath[];
  /** The addresses that it requests in addition to one per subnet. */
  readonly further?: AddressNumber;
}

const always =
  (kind: AddressConsumerKind): AddressConsumerType["kind"] =>
  () =>
    kind;

/** Addresses of an IPv4 prefix of a network interface: a /28 (docs/aws-facts.md#prefix-delegation). */
const ADDRESSES_PER_PREFIX = 16;

const loadBalancer: AddressConsumerType = {
  kind: loadBalancerKind,
  subnets: ["subnets[]", "subnetMappings[].subnetId"],
  further: asManyAs("secondaryIpsAutoAssignedPerSubnet"),
};

/** Types whose need is known by kind. */
export const addressConsumerTypes: Readonly<Record<string, AddressConsumerType>> = {
  "aws:ec2/natGateway:NatGateway": {
    kind: always("nat-gateway"),
    subnets: ["subnetId"],
    // Each secondary elastic IP is for a secondary private address (docs/aws-facts.md#nat-gateway-addresses).
    further: greatest(asManyAs("secondaryPrivateIpAddressCount"), oneFor("secondaryPrivateIpAddresses"), oneFor("secondaryAllocationIds")),
  },
  "aws:ec2/vpcEndpoint:VpcEndpoint": { kind: endpointKind, subnets: ["subnetIds[]", "subnetConfigurations[].subnetId"] },
  "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation": { kind: always("interface-endpoint"), subnets: ["subnetId"] },
  "aws:lb/loadBalancer:LoadBalancer": loadBalancer,
  "aws:alb/loadBalancer:LoadBalancer": loadBalancer,
  // Former names of the two types. State files can still contain them.
  "aws:elasticloadbalancingv2/loadBalancer:LoadBalancer": loadBalancer,
  "aws:applicationloadbalancing/loadBalancer:LoadBalancer": loadBalancer,
  "aws:efs/mountTarget:MountTarget": { kind: always("mount-target"), subnets: ["subnetId"] },
  "aws:ec2/networkInterface:NetworkInterface": {
    kind: always("network-interface"),
    subnets: ["subnetId"],
    further: sum(
      greatest(asManyAs("privateIpsCount"), beyondTheFirst(oneFor("privateIps")), beyondTheFirst(oneFor("privateIpLists"))),
      times(ADDRESSES_PER_PREFIX, greatest(asManyAs("ipv4PrefixCount"), oneFor("ipv4Prefixes"))),
    ),
  },
  // An instance with an existing interface names no subnet.
  "aws:ec2/instance:Instance": { kind: always("instance"), subnets: ["subnetId"], further: oneFor("secondaryPrivateIps") },
  // Without a network configuration, the tasks of a service use the interfaces of their container instances.
  "aws:ecs/service:Service": { kind: always("container-service"), subnets: ["networkConfiguration.subnets[]"] },
  "aws-native:ecs:Service": { kind: always("container-service"), subnets: ["networkConfiguration.awsvpcConfiguration.subnets[]"] },
  "aws:opensearch/domain:Domain": { kind: always("search-domain"), subnets: ["vpcOptions.subnetIds[]"] },
  "aws:elasticsearch/domain:Domain": { kind: always("search-domain"), subnets: ["vpcOptions.subnetIds[]"] },
  "aws-native:opensearchservice:Domain": { kind: always("search-domain"), subnets: ["vpcOptions.subnetIds[]"] },
  "aws:msk/cluster:Cluster": { kind: always("kafka-cluster"), subnets: ["brokerNodeGroupInfo.clientSubnets[]"] },
  "aws-native:msk:Cluster": { kind: always("kafka-cluster"), subnets: ["brokerNodeGroupInfo.clientSubnets[]"] },
  "aws:lambda/capacityProvider:CapacityProvider": { kind: always("capacity-provider"), subnets: ["vpcConfig.subnetIds[]"] },
};

/** A gateway endpoint, the default, is a route and takes no address. Of the other types, only two have a documented need. */
function endpointKind(resource: StackResource): AddressConsumerKind | undefined {
  const type = given(resource, "vpcEndpointType") ?? "Gateway";
  if (type === "Gateway") return undefined;
  // A gateway endpoint names no subnets, so an endpoint of unknown type with subnets is another type.
  return type === "Interface" || type === "GatewayLoadBalancer" || type === UNKNOWN ? "interface-endpoint" : "other";
}

function loadBalancerKind(resource: StackResource): AddressConsumerKind {
  const type = given(resource, "loadBalancerType") ?? "application";
  return type === "application" || type === "network" || type === "gateway" ? `${type}-load-balancer` : "other";
}

/** Types that name subnets and take no address of them, with the reason. Other types that name a subnet may take some. */
export const takingNoAddress: Readonly<Record<string, string>> = {
  "aws:ec2/networkAcl:NetworkAcl": "it filters traffic",
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": "it filters traffic",
  "aws:ec2/networkAclAssociation:NetworkAclAssociation": "it filters traffic",
  "aws-native:ec2:SubnetNetworkAclAssociation": "it filters traffic",
  "aws:ec2/flowLog:FlowLog": "it records traffic",
  "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion": "it is a setting",
  "aws:ec2clientvpn/route:Route": "it is a route; the network association takes the addresses",
  "aws:ec2transitgateway/multicastDomainAssociation:MulticastDomainAssociation": "it is a setting of an existing attachment",
  "aws:inspector2/filter:Filter": "it is a search filter",
  "aws:securityhub/insight:Insight": "it is a search filter",
};
