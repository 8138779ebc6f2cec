import { planEnis, resolveNetwork } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readPolicyResources, SeenInputs } from "./views/policy-resources";
import { readNetwork } from "./read-network";
import type { StackResource } from "./stack/stack-resource";
import { networkOf, planOf } from "./testing/network-of";
import { applied, idOf, preview, type Resource, resource, settled, urnOf, type View } from "./testing/program";
import { holder, lambda, securityGroup, subnet, vpc } from "./testing/sample-resources";
import { UNKNOWN } from "./stack/value";

const [main, other] = [vpc("main"), vpc("other")];

describe("the VPC of a subnet or group", () => {
  const rows: readonly { sentence: string; vpcId: Resource["inputs"][string]; expected: string | undefined }[] = [
    { sentence: "is the one new VPC that it depends on", vpcId: idOf(main), expected: urnOf(main) },
    { sentence: "is the literal id as written", vpcId: "vpc-elsewhere", expected: "vpc-elsewhere" },
    { sentence: "is not known where it may be one of two", vpcId: applied([main, other], idOf(main)), expected: undefined },
    { sentence: "is not known where it depends on no VPC", vpcId: applied([holder("nothing")], "vpc-1"), expected: undefined },
    { sentence: "is not known where none is given", vpcId: null, expected: undefined },
  ];

  test.each(rows)("$sentence", ({ vpcId, expected }) => {
    const program = [main, other, subnet("s", main, { vpcId }), securityGroup("g", { vpcId })];
    const { subnets, securityGroups } = networkOf(preview(program));
    expect([subnets[0]?.vpc, securityGroups[0]?.vpc]).toEqual([expected, expected]);
  });

  test("is the URN of a VPC that the stack manages, once its id shows", () => {
    const { subnets } = networkOf(settled([main, subnet("s", main, { vpcId: "vpc-main" })]));
    expect(subnets[0]?.vpc).toBe(urnOf(main));
  });

  test("is found inside a component that the id comes from", () => {
    const network = holder("network");
    const hidden = vpc("hidden", network);
    const { subnets } = networkOf(preview([network, hidden, subnet("s", main, { vpcId: applied([network], idOf(hidden)) })]));
    expect(subnets[0]?.vpc).toBe(urnOf(hidden));
  });

  test("is not known for a group that is associated with further VPCs", () => {
    const group = securityGroup("g", { vpcId: idOf(main) });
    const type = "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation";
    const association = resource(type, "association", { securityGroupId: idOf(group), vpcId: idOf(other) });
    for (const view of [preview, settled]) {
      const { securityGroups } = networkOf(view([main, other, group, association]));
      expect(securityGroups).toMatchObject([{ key: urnOf(group), otherUsers: [] }]);
      expect(securityGroups[0]).not.toHaveProperty("vpc");
    }
  });
});

describe("the order of resources and of dependencies never matters", () => {
  const shared = holder("shared");
  const inside = securityGroup("inside", {}, shared);
  const subnets = ["s0", "s1", "s2"].map((name) => subnet(name, main, { mapPublicIpOnLaunch: name === "s2" }));
  const groups = ["a", "b"].map((name) =>
    securityGroup(name, { vpcId: idOf(main), egress: [{ protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }] }),
  );
  const functions = [
    lambda("cut", { subnetIds: applied(subnets, subnets.slice(0, 2).map(idOf)), securityGroupIds: groups.map(idOf) }),
    lambda("exact", { subnetIds: subnets.map(idOf), securityGroupIds: groups.slice(0, 1).map(idOf) }),
    lambda("remote", { subnetIds: subnets.slice(1).map(idOf), securityGroupIds: applied([shared, ...groups], [idOf(inside)]) }),
  ];
  const program = [main, shared, inside, ...subnets, ...groups, ...functions];

  function shuffled({ validated, resources }: View): fc.Arbitrary<View> {
    const everyWhichWay = fc.tuple(...resources.map(withShuffledDependencies)).chain(shuffle);
    return fc.record({ validated: shuffle(validated), resources: everyWhichWay });
  }

  function withShuffledDependencies(resource: View["resources"][number]): fc.Arbitrary<View["resources"][number]> {
    const entries = Object.entries(resource.propertyDependencies);
    const orders = fc.tuple(...entries.map(([property, urns]) => shuffle(urns).map((shuffled) => [property, shuffled] as const)));
    return orders.map((shuffled) => ({ ...resource, propertyDependencies: Object.fromEntries(shuffled) }));
  }

  function shuffle<T>(things: readonly T[]): fc.Arbitrary<T[]> {
    return fc.shuffledSubarray([...things], { minLength: things.length });
  }

  test.each([
    { moment: "at a first preview", view: preview(program) },
    { moment: "at a preview of a change", view: preview(program, program.slice(0, 5)) },
    { moment: "once everything is made", view: settled(program) },
  ])("$moment", ({ view }) => {
    const plan = planOf(view);
    fc.assert(fc.property(shuffled(view), (permuted) => expect(planOf(permuted)).toEqual(plan)));
  });
});

describe("no input makes it throw", () => {
  const types = [
    ...["ec2/vpc:Vpc", "ec2/subnet:Subnet", "ec2/securityGroup:SecurityGroup", "ec2/defaultSecurityGroup:DefaultSecurityGroup"],
    ...["ec2/securityGroupRule:SecurityGroupRule", "vpc/securityGroupEgressRule:SecurityGroupEgressRule"],
    ...["vpc/securityGroupIngressRule:SecurityGroupIngressRule", "vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation"],
    ...["ec2/routeTable:RouteTable", "ec2/route:Route", "ec2/routeTableAssociation:RouteTableAssociation", "lambda/function:Function"],
    ...[
      "ec2/natGateway:NatGateway",
      "ec2/vpcEndpoint:VpcEndpoint",
      "ec2/networkInterface:NetworkInterface",
      "lb/loadBalancer:LoadBalancer",
      "rds/subnetGroup:SubnetGroup",
      "rds/instance:Instance",
      "rds/clusterInstance:ClusterInstance",
      "ecs/service:Service",
      "ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
      "ec2/defaultVpc:DefaultVpc",
      "ec2/defaultSubnet:DefaultSubnet",
      "lambda/coreNetworkConnector:CoreNetworkConnector",
    ],
  ].map((type) => `aws:${type}`);
  const nativeTypes = ["ec2:SecurityGroup", "ec2:SecurityGroupEgress", "lambda:Function"].map((type) => `aws-native:${type}`);
  const names = [
    ...["vpcId", "id", "vpcConfig", "subnetIds", "securityGroupIds", "egress", "ingress", "type", "self", "protocol", "ipProtocol"],
    ...["subnets", "subnetMappings", "networkConfiguration", "vpcZoneIdentifiers", "dbSubnetGroupName", "clusterIdentifier", "name"],
    ...["vpcEndpointType", "loadBalancerType", "privateIps", "privateIpsCount", "ipv4PrefixCount", "secondaryAllocationIds"],
    ...["cidrBlock", "ipv4IpamPoolId", "ipv6CidrBlock", "ipv6Native", "instanceTenancy", "assignIpv6AddressOnCreation"],
    ...["fromPort", "toPort", "cidrBlocks", "ipv6CidrBlocks", "prefixListIds", "securityGroups", "sourceSecurityGroupId", "cidrIpv4"],
    ...["securityGroupId", "referencedSecurityGroupId", "routeTableId", "subnetId", "routes", "gatewayId", "__proto__", "constructor"],
    ...[
      "configuration",
      "vpcEgressConfiguration",
      "capacityProviderConfig",
      "publish",
      "region",
      "securityGroupEgress",
      "groupId",
      "cidrIp",
    ],
  ];
  const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
  const { garbage } = fc.letrec<{ garbage: unknown; object: object }>((tie) => ({
    garbage: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<unknown>(unknown, null, "sg-1", "egress", "10.0.0.0/99", "tcp"),
      fc.jsonValue({ maxDepth: 1 }),
      fc.array(tie("garbage"), { maxLength: 3 }),
      tie("object"),
    ),
    object: fc.dictionary(fc.constantFrom(...names), tie("garbage"), { maxKeys: 6 }),
  }));
  const properties = fc.dictionary(fc.constantFrom(...names), garbage, { minKeys: 1, maxKeys: 12, noNullPrototype: false });

  const urns = ["urn:1", "urn:2", "urn:3", "urn:4"];
  const somewhere = fc.constantFrom(...urns).map((urn) => ({ urn }));
  const resources = fc.tuple(
    ...urns.map((urn) =>
      fc.record({
        urn: fc.constant(urn),
        type: fc.constantFrom(...types, ...nativeTypes, "lambda-vpc:index:SharedVpcConfig", "shop:index:Holder"),
        props: properties,
        inputs: fc.option(properties),
        propertyDependencies: fc.dictionary(fc.constantFrom(...names), fc.array(somewhere, { maxLength: 3 })),
      }),
    ),
  );

  test("whatever stands where lists, objects, texts and numbers belong", () => {
    fc.assert(
      fc.property(resources, (generated) => {
        const seen = new SeenInputs();
        for (const { urn, inputs } of generated) if (inputs !== null) seen.see({ urn, props: inputs });
        planEnis(resolveNetwork(readNetwork(readPolicyResources(generated, seen))));
      }),
      { numRuns: 500 },
    );
  });

  test("a value nested a thousand levels deep", () => {
    let nested: Resource["inputs"][string] = "sg-1";
    for (let level = 0; level < 1000; level++) nested = level % 2 === 0 ? [nested] : { nested };
    const orders = resource("aws:lambda/function:Function", "orders", { vpcConfig: { subnetIds: nested, securityGroupIds: nested } });
    const server = resource("aws:ec2/instance:Instance", "server", { tags: nested });
    expect(() => planOf(preview([orders, server]))).not.toThrow();
  });

  test("resources that are each other's parents", () => {
    const component = (urn: string, parent: string): StackResource => ({
      ...{ urn, parent, type: "shop:index:Holder", custom: false },
      ...{ outputs: {}, propertyDependencies: {} },
    });
    const orders: StackResource = {
      ...{ urn: "urn:orders", type: "aws:lambda/function:Function", custom: true, outputs: { vpcConfig: UNKNOWN } },
      propertyDependencies: { vpcConfig: ["urn:1"] },
    };
    expect(() => readNetwork([component("urn:1", "urn:2"), component("urn:2", "urn:1"), orders])).not.toThrow();
  });
});
