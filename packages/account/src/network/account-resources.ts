import type {
  AccountFunction,
  AccountMountTarget,
  AccountReading,
  AccountSecurityGroup,
  AccountSecurityGroupRule,
  AccountSubnet,
  AccountVersion,
  AccountVpc,
} from "@lambda-vpc/model";
import type { Properties, StackResource } from "@lambda-vpc/sources";

export interface AccountResourcesOptions {
  /** Whether published versions that hold other combinations than `$LATEST` are functions too. They are not if not given, as in a state. */
  readonly versions?: boolean;
}

/** The types of the classic provider, which every source of a network reads. */
const types = {
  function: "aws:lambda/function:Function",
  mountTarget: "aws:efs/mountTarget:MountTarget",
  securityGroup: "aws:ec2/securityGroup:SecurityGroup",
  subnet: "aws:ec2/subnet:Subnet",
  vpc: "aws:ec2/vpc:Vpc",
} as const;

/**
 * The resources of a reading, as the state of a stack would contain them: `readNetwork` and the packs read a live account like any other view. Law: once
 * a stack has settled, its functions hold the same combinations in its state and in the account.
 */
export function accountResources(reading: AccountReading, { versions = false }: AccountResourcesOptions = {}): readonly StackResource[] {
  const resource = (type: string, name: string, outputs: Properties): StackResource => ({
    urn: `urn:pulumi:${reading.region}::${reading.account}::${type}::${name}`,
    ...{ type, custom: true, outputs, propertyDependencies: {}, dependencies: [] },
  });
  return [
    ...reading.vpcs.map((vpc) => resource(types.vpc, vpc.id, vpcOutputs(vpc))),
    ...reading.subnets.map((subnet) => resource(types.subnet, subnet.id, subnetOutputs(subnet))),
    ...reading.securityGroups.map((group) => resource(types.securityGroup, group.id, groupOutputs(group))),
    ...reading.mountTargets.map((target) => resource(types.mountTarget, target.id, mountTargetOutputs(target))),
    ...reading.functions.flatMap((one) =>
      held(one, versions).map(({ name, version }) => resource(types.function, name, functionOutputs(one, version))),
    ),
  ];
}

interface NamedVersion {
  readonly name: string;
  readonly version: AccountVersion;
}

/** `$LATEST`, and with `versions` the published versions in other subnets or groups. */
function held({ name, latest, published }: AccountFunction, versions: boolean): readonly NamedVersion[] {
  const networkOf = ({ vpc }: AccountVersion): string =>
    JSON.stringify([[...(vpc?.subnets ?? [])].sort(), [...(vpc?.securityGroups ?? [])].sort()]);
  const others = versions ? published.filter((one) => one.vpc !== undefined && networkOf(one) !== networkOf(latest)) : [];
  return [{ name, version: latest }, ...others.map((version) => ({ name: `${name}:${version.version}`, version }))];
}

function vpcOutputs({ id, cidrBlocks, tags }: AccountVpc): Properties {
  return { id, cidrBlock: cidrBlocks[0] ?? null, tags };
}

function subnetOutputs({ id, vpc, zone, cidrBlock, tags }: AccountSubnet): Properties {
  return { id, vpcId: vpc, availabilityZone: zone, tags, ...(cidrBlock === undefined ? {} : { cidrBlock }) };
}

function groupOutputs({ id, name, vpc, rules, tags }: AccountSecurityGroup): Properties {
  const inDirection = (direction: AccountSecurityGroupRule["direction"]) =>
    (rules ?? []).filter((rule) => rule.direction === direction).map(ruleOutputs);
  return { id, name, vpcId: vpc, tags, ...(rules === undefined ? {} : { ingress: inDirection("ingress"), egress: inDirection("egress") }) };
}

function ruleOutputs({ protocol, fromPort = 0, toPort = 0, peer }: AccountSecurityGroupRule): Properties {
  const peers: Properties =
    "cidr" in peer
      ? { [peer.cidr.includes(":") ? "ipv6CidrBlocks" : "cidrBlocks"]: [peer.cidr] }
      : "securityGroup" in peer
        ? { securityGroups: [peer.securityGroup] }
        : { prefixListIds: [peer.prefixList] };
  return { protocol, fromPort, toPort, ...peers };
}

function mountTargetOutputs({ id, fileSystem, subnet, securityGroups }: AccountMountTarget): Properties {
  return { id, fileSystemId: fileSystem, subnetId: subnet, securityGroups };
}

function functionOutputs({ name, arn }: AccountFunction, { role, vpc }: AccountVersion): Properties {
  const vpcConfig =
    vpc === undefined
      ? {}
      : { vpcId: vpc.vpc, subnetIds: vpc.subnets, securityGroupIds: vpc.securityGroups, ipv6AllowedForDualStack: vpc.ipv6 };
  return { id: name, name, arn, role, ...(vpc === undefined ? {} : { vpcConfig }) };
}
