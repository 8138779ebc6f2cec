import fc from "fast-check";
import { applied, idOf, type Input, madeAfter, type Resource, resource } from "./program";
import { holder, lambda, securityGroup, sharedVpcConfig, subnet, type VpcConfig, vpc } from "./sample-resources";

/** A program, and its resources that existed before. */
export interface ArbitraryProgram {
  readonly program: readonly Resource[];
  readonly existing: readonly Resource[];
}

const GRANT = JSON.stringify({ Statement: [{ Effect: "Allow", Action: "ec2:*", Resource: "*" }] });

/** A VPC with subnets, groups in all three rule styles, other users of them, and shared configurations. */
function neighbourhood(name: string) {
  const home = vpc(name);
  const inside = holder(`${name}-holder`);
  const subnets = [
    subnet(`${name}-0`, home),
    subnet(`${name}-1`, home, { mapPublicIpOnLaunch: true }),
    subnet(`${name}-2`, home, { cidrBlock: null, ipv4IpamPoolId: "ipam-pool-1", ipv6IpamPoolId: "ipam-pool-6" }, inside),
  ];
  const everywhere = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };
  const groups = [
    securityGroup(`${name}-inline`, { vpcId: idOf(home), egress: [everywhere] }),
    securityGroup(`${name}-same`, { vpcId: idOf(home), egress: [everywhere] }),
    securityGroup(`${name}-silent`, { vpcId: idOf(home) }, inside),
    resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", `${name}-default`, { vpcId: idOf(home) }),
  ];
  const users = groups.map((group) => resource("aws:rds/instance:Instance", `${group.name}-user`, { vpcSecurityGroupIds: [idOf(group)] }));
  const ruled = groups.map((group) =>
    resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", `${group.name}-rule`, {
      securityGroupId: idOf(group),
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "10.0.0.0/8",
    }),
  );
  const shared = sharing(name, home, subnets.slice(0, 2));
  const association = resource("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", `${name}-more`, {
    vpcId: idOf(home),
    ipv4IpamPoolId: "ipam-pool-1",
  });
  return {
    subnets,
    groups,
    optional: [...users, ...ruled, association],
    shared,
    needed: [home, inside, ...subnets, ...groups, ...shared.resources],
  };
}

/** A shared configuration that makes its group, used where it lives and from afar, where each of its lists is one output. */
function sharing(name: string, home: Resource, subnets: readonly Resource[]) {
  const given = { vpcId: idOf(home), subnetIds: subnets.map(idOf) };
  const parent = sharedVpcConfig(`${name}-shared`, given, { subnetIds: [], securityGroupIds: [] });
  const group = securityGroup(`${name}-shared`, { vpcId: idOf(home) }, parent);
  const near: VpcConfig = { subnetIds: given.subnetIds, securityGroupIds: [idOf(group)] };
  const configuration = sharedVpcConfig(`${name}-shared`, given, near);
  const far: VpcConfig = {
    subnetIds: applied([configuration, ...subnets], given.subnetIds),
    securityGroupIds: applied([configuration], near.securityGroupIds),
  };
  return { resources: [configuration, group], lists: [near, far] };
}

/** A role that grants in itself, one whose policies are put there by others, and what puts them there. */
const functionRoles = ["own", "bare"].map((name) =>
  resource("aws:iam/role:Role", name, name === "own" ? { inlinePolicies: [{ name, policy: GRANT }] } : {}),
);
const grants = functionRoles.flatMap((role) => [
  resource("aws:iam/rolePolicy:RolePolicy", `${role.name}-policy`, { role: idOf(role), policy: GRANT }),
  resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", `${role.name}-attachment`, {
    role: idOf(role),
    policyArn: "arn:aws:iam::aws:policy/PowerUserAccess",
  }),
]);

const neighbourhoods = [neighbourhood("east"), neighbourhood("west")] as const;
const needed = [...functionRoles, ...neighbourhoods.flatMap((one) => one.needed)];
const optional = [...grants, ...neighbourhoods.flatMap((one) => one.optional)];

/** Ids of some of `resources`: one by one, cut by an apply over all of them, one entry through an apply, or with a literal id. */
function ids(resources: readonly Resource[], literal: string): fc.Arbitrary<Input> {
  const some = fc.shuffledSubarray([...resources], { minLength: 1 }).map((chosen) => chosen.map(idOf));
  return fc.oneof(
    some,
    some.map((cut) => applied(resources, cut)),
    fc.constantFrom(...resources).map((one) => [applied(resources, idOf(one))]),
    some.map((chosen) => [...chosen, literal]),
  );
}

const vpcConfigs: fc.Arbitrary<VpcConfig> = fc.constantFrom(...neighbourhoods).chain(({ subnets, groups, shared }) =>
  fc.oneof(
    fc.constantFrom(...shared.lists),
    fc.record({
      subnetIds: fc.oneof(ids(subnets, "subnet-elsewhere"), fc.constantFrom(...shared.lists.map((lists) => lists.subnetIds))),
      securityGroupIds: ids(groups, "sg-elsewhere"),
    }),
  ),
);

/** Resources of each kind, except functions, that use the subnets of `config`. */
const consumers: readonly ((name: string, config: VpcConfig) => readonly Resource[])[] = [
  (name, config) => [
    resource("aws:lambda/coreNetworkConnector:CoreNetworkConnector", name, { configuration: { vpcEgressConfiguration: config } }),
  ],
  (name, { subnetIds }) => [resource("aws:ec2/vpcEndpoint:VpcEndpoint", name, { vpcEndpointType: "Interface", subnetIds })],
  (name, { subnetIds: subnets }) => [resource("aws:lb/loadBalancer:LoadBalancer", name, { loadBalancerType: "network", subnets })],
  (name, vpcConfig) => [resource("aws:lambda/capacityProvider:CapacityProvider", name, { vpcConfig })],
  (name, { subnetIds: subnets }) => [resource("aws:ecs/service:Service", name, { networkConfiguration: { subnets } })],
  (name, { subnetIds }) => {
    const group = resource("aws:rds/subnetGroup:SubnetGroup", `${name}-subnets`, { subnetIds });
    return [group, resource("aws:rds/instance:Instance", name, { dbSubnetGroupName: idOf(group) })];
  },
  (name, { subnetIds }) => {
    const [first = null] = Array.isArray(subnetIds) ? (subnetIds as readonly Input[]) : [];
    return [resource("aws:ec2/natGateway:NatGateway", name, { subnetId: first, secondaryPrivateIpAddressCount: 2 })];
  },
];

/** One of them, or a function that is ordered after what it does not name; it asks for `config`. */
function consumer(config: VpcConfig, index: number, dice: number): readonly Resource[] {
  const other = consumers[dice];
  if (other !== undefined) return other(`consumer-${index}`, config);
  const plain = lambda(`function-${index}`, config);
  const arns = [
    ...functionRoles.map((role) => applied([role], `arn:aws:iam::123456789012:role/${role.name}`)),
    "arn:aws:iam::123456789012:role/other",
  ];
  return [madeAfter({ ...plain, inputs: { ...plain.inputs, role: arns[dice % 3] ?? null } }, ...optional.slice(0, index))];
}

/** Programs of up to five functions and other consumers over two VPCs; some of their resources may exist before. */
export const arbitraryPrograms: fc.Arbitrary<ArbitraryProgram> = fc
  .record({
    asking: fc.array(fc.tuple(vpcConfigs, fc.integer({ min: 0, max: 3 * consumers.length })), { minLength: 1, maxLength: 5 }),
    others: fc.subarray(optional),
  })
  .map(({ asking, others }) => [...needed, ...others, ...asking.flatMap(([config, dice], index) => consumer(config, index, dice))])
  .chain((program) => fc.record({ program: fc.constant(program), existing: subsetOf(program) }));

/** Nothing, some of it, or nearly everything, as at most updates. */
function subsetOf(program: Resource[]): fc.Arbitrary<Resource[]> {
  return fc.oneof(fc.constant<Resource[]>([]), fc.subarray(program), fc.subarray(program, { minLength: Math.max(0, program.length - 3) }));
}
