import { type AddressConsumer, canonicalPermissions, type Network } from "@lambda-vpc/model";
import { expect, test } from "@jest/globals";
import { asAwsNative } from "./aws-native-program";
import { networkOf } from "./network-of";
import { applied, idOf, preview, type Resource, resource, settled } from "./program";
import { mapProgram } from "./program-map";
import { lambda, securityGroup, subnet, vpc } from "./sample-resources";

const main = vpc("main");
const privates = [subnet("a", main), subnet("b", main, { mapPublicIpOnLaunch: true })];
const database = securityGroup("database", { vpcId: idOf(main) });
const everywhere = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0", "10.0.0.0/8"], securityGroups: [idOf(database)] };
const inline = securityGroup("inline", { vpcId: idOf(main), egress: [everywhere] });
const separate = securityGroup("separate", { vpcId: idOf(main) });
const https = { securityGroupId: idOf(separate), ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/8" };
const rule = resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "https", https);
const allow = JSON.stringify({ Statement: { Effect: "Allow", Action: "ec2:*", Resource: "*" } });
const managed = resource("aws:iam/policy:Policy", "managed", { policy: allow });
const role = resource("aws:iam/role:Role", "functions", {
  ...{ name: "functions", inlinePolicies: [{ name: "network", policy: allow }], managedPolicyArns: [idOf(managed)] },
});
const roles = [
  managed,
  role,
  resource("aws:iam/rolePolicy:RolePolicy", "logs", { role: idOf(role), policy: allow.replace("ec2", "logs") }),
];
const network = lambda("orders", { subnetIds: privates.map(idOf), securityGroupIds: [idOf(inline), idOf(separate)] });
const orders = { ...network, inputs: { ...network.inputs, role: applied([role], "arn:aws:iam::123456789012:role/functions") } };
const group = resource("aws:rds/subnetGroup:SubnetGroup", "group", { name: "group", subnetIds: privates.map(idOf) });
const consumers = [
  resource("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "more", { vpcId: idOf(main), cidrBlock: "100.64.0.0/20" }),
  resource("aws:ec2/eip:Eip", "address"),
  resource("aws:ec2/natGateway:NatGateway", "nat", { subnetId: idOf(privates[1] ?? main), secondaryPrivateIpAddressCount: 2 }),
  resource("aws:ec2/vpcEndpoint:VpcEndpoint", "endpoint", { vpcEndpointType: "Interface", subnetIds: privates.map(idOf) }),
  resource("aws:ec2/networkInterface:NetworkInterface", "interface", { subnetId: idOf(privates[0] ?? main), privateIpsCount: 1 }),
  resource("aws:ec2/instance:Instance", "server", { subnetId: idOf(privates[0] ?? main) }),
  resource("aws:lb/loadBalancer:LoadBalancer", "balancer", { loadBalancerType: "network", subnets: privates.map(idOf) }),
  resource("aws:efs/mountTarget:MountTarget", "target", { subnetId: idOf(privates[0] ?? main) }),
  group,
  resource("aws:rds/instance:Instance", "rows", { dbSubnetGroupName: idOf(group) }),
  resource("aws:lambda/capacityProvider:CapacityProvider", "capacity", { vpcConfig: { subnetIds: privates.map(idOf) } }),
];
// The groups without inline outbound rules stay as they are: CloudFormation would leave AWS's default rule in them.
const program = [...roles, ...consumers, main, ...privates, database, inline, separate, rule, orders];

/** What a policy reads, with types left out of the keys, and rules as what they permit. */
function read(program: readonly Resource[], moment: (program: readonly Resource[]) => Parameters<typeof networkOf>[0]): unknown {
  const network = networkOf(moment(program));
  const securityGroups = network.securityGroups.map(({ outbound, egress = { known: [] }, ...group }) => ({
    ...group,
    egress: { ...egress, known: canonicalPermissions(egress.known) },
    outbound: outbound.ok ? canonicalPermissions(outbound.value) : outbound.error,
  }));
  const attachments = network.attachments.map((one) => ({ ...one, scope: "" }));
  const named = JSON.stringify({ ...network, securityGroups, attachments }).replaceAll(/urn:[^"]*::/g, "");
  const {
    addressConsumers,
    securityGroups: groups,
    ...others
  } = JSON.parse(named) as Pick<Network, "securityGroups"> & {
    readonly addressConsumers: readonly AddressConsumer[];
  };
  return {
    ...others,
    addressConsumers: Object.fromEntries(addressConsumers.map((one) => [one.consumer, one])),
    securityGroups: Object.fromEntries(groups.map((one) => [one.key, one])),
  };
}

test.each([
  { sentence: "at a first preview", moment: (program: readonly Resource[]) => preview(program) },
  { sentence: "after up", moment: settled },
])("a program on aws-native is read as the same program on aws, $sentence", ({ moment }) => {
  const native = program.map(mapProgram(asAwsNative));
  expect(native.flatMap(({ type, name }) => (type.startsWith("aws-native:") ? [] : [name]))).toEqual(["database", "separate"]);
  expect(read(native, moment)).toEqual(read(program, moment));
});
