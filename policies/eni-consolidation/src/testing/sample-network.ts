import type { Attachment, Key, Network, PartialList, SecurityGroup, SecurityGroupRule, Subnet } from "@lambda-vpc/model";

/** Networks as a source reads them, written in few words. Keys are URNs, as in a stack that manages everything. */

export function vpcNamed(name: string): Key {
  return `urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::${name}`;
}

export function subnetNamed(name: string): Key {
  return `urn:pulumi:dev::shop::aws:ec2/subnet:Subnet::${name}`;
}

export function groupNamed(name: string): Key {
  return `urn:pulumi:dev::shop::aws:ec2/securityGroup:SecurityGroup::${name}`;
}

export function functionNamed(name: string): Key {
  return `urn:pulumi:dev::shop::aws:lambda/function:Function::${name}`;
}

/** The subnets of one VPC, named `<vpc>-0`, `<vpc>-1` and so on. */
export function subnetsOf(vpc: string, count: number): readonly Subnet[] {
  return names(vpc, count).map((name) => ({ key: subnetNamed(name), vpc: vpcNamed(vpc), public: false }));
}

/** `<prefix>-00`, `<prefix>-01` and so on: as many names, in their own order. */
export function names(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(2, "0")}`);
}

/** A group that lets HTTPS out to `cidr`, and that only functions use. */
export function group(name: string, cidr: string, facts: Partial<SecurityGroup> = {}): SecurityGroup {
  const https = { direction: "outbound", protocol: "tcp", fromPort: 443, toPort: 443, peer: { kind: "cidr", cidr } } as const;
  const outbound: readonly SecurityGroupRule[] = [https];
  return {
    key: groupNamed(name),
    outbound: { known: true, value: outbound },
    references: { known: true, value: [] },
    otherUsers: [],
    ...facts,
  };
}

/** A function over `subnets` with `groups`. */
export function attach(name: string, subnets: readonly Key[] | PartialList, groups: readonly Key[] | PartialList): Attachment {
  return { consumer: functionNamed(name), subnets: listOf(subnets), securityGroups: listOf(groups) };
}

function listOf(list: readonly Key[] | PartialList): PartialList {
  return "holes" in list ? list : { known: list, holes: 0, candidates: [] };
}

/** A list cut by an apply over `candidates`: unknown as a whole. */
export function cut(candidates: readonly Key[]): PartialList {
  return { known: [], holes: "unknown", candidates };
}

/** Ids of resources that are made in the same deployment: all unknown, all found by dependency. */
export function made(keys: readonly Key[]): PartialList {
  return { known: [], holes: keys.length, candidates: keys };
}

/** Functions with a group each over the subnets of one VPC; all groups let out the same unless `cidrOf` says otherwise. */
export function groupPerFunction(
  vpc: string,
  size: { readonly functions: number; readonly subnets: number },
  read: { readonly subnets?: typeof cut; readonly cidrOf?: (index: number) => string } = {},
): Network {
  const subnets = subnetsOf(vpc, size.subnets);
  const list = read.subnets ?? ((keys: readonly Key[]) => ({ known: keys, holes: 0, candidates: [] }));
  const called = names(`${vpc}-function`, size.functions);
  return {
    subnets,
    securityGroups: called.map((name, index) => group(`${name}-group`, read.cidrOf?.(index) ?? "10.0.0.0/8")),
    attachments: called.map((name) => attach(name, list(subnets.map(({ key }) => key)), [groupNamed(`${name}-group`)])),
  };
}

/** The networks of several VPCs in one stack. */
export function together(...networks: readonly Network[]): Network {
  return {
    subnets: networks.flatMap(({ subnets }) => subnets),
    securityGroups: networks.flatMap(({ securityGroups }) => securityGroups),
    attachments: networks.flatMap(({ attachments }) => attachments),
  };
}
