import {
  displayName,
  displayNames,
  isExactSelection,
  isManaged,
  type Key,
  keySet,
  type Network,
  type ResolvedAttachment,
  untrimmedPublishers,
  type VpcPart,
} from "@lambda-vpc/model";
import { byHand, change, type Change, type Fix, inOrder, inUpdates, oneOfFixes, type PropertyValue } from "@lambda-vpc/policy-kit";

type PlacedPart = VpcPart & { readonly place: "vpc" };

/** How a function in several VPCs can be in one: its groups follow its subnets if these are in one VPC. */
export function oneVpcFix(attachment: ResolvedAttachment, parts: readonly VpcPart[], network: Network): Fix {
  const [home, ...others] = keySet(parts.flatMap((part) => (part.kind === "subnet" ? [isPlaced(part) ? part.vpc : ""] : [])));
  const misplaced = parts.filter((part) => part.kind === "security-group" && !(isPlaced(part) && part.vpc === home));
  const fixes =
    home === undefined || home === "" || others.length > 0 || misplaced.length === 0
      ? []
      : moveGroups(attachment, misplaced, home, network);
  const [first, second] = [...fixes, ...keepOneVpc(attachment, parts, network)];
  if (first === undefined) return chooseByHand(home, misplaced, network);
  return second === undefined ? first : oneOfFixes(first, second);
}

function isPlaced(part: VpcPart): part is PlacedPart {
  return part.place === "vpc";
}

/** Other groups, or a group created in another VPC, grant other access: only a person knows which. */
function chooseByHand(home: Key | undefined, misplaced: readonly VpcPart[], { vpcs = [] }: Network): Fix {
  if (home === undefined || home === "" || misplaced.length === 0)
    return byHand("use subnets of one VPC, and security groups of the same VPC", "the program does not show which VPC the function needs");
  const names = displayNames(misplaced.map(({ key }) => key));
  const vpc = vpcs.some(({ key }) => key === home) ? `VPC ${displayName(home)}` : displayName(home);
  return byHand(`use security groups of ${vpc} instead of ${names}`, "the program shows no group of this VPC with the same rules");
}

/** Groups that only this function uses move to the VPC of its subnets. Groups that others use stay in theirs, and are associated with it. */
function moveGroups({ consumer }: ResolvedAttachment, misplaced: readonly VpcPart[], home: Key, network: Network): readonly Change[] {
  const created = new Set(
    [...network.securityGroups, ...(network.vpcs ?? [])].flatMap(({ key, adopted }) => (adopted === true ? [] : [key])),
  );
  const groups = misplaced.map(({ key }) => key);
  if (!groups.every((key) => created.has(key))) return [];
  const vpcId: PropertyValue = isManaged(home) ? { resource: home, output: "id" } : home;
  const move = change([{ step: "set-property", resources: groups, property: "vpcId", value: vpcId }]);
  const [first, ...more] = groups.map((group) => associate(group, vpcId, keySet([consumer, ...usersIn(home, group, network)])));
  // No group can be associated with the default VPC, which a VPC outside the stack may be (docs/aws-facts.md#security-group-associations).
  const canAssociate = created.has(home) && misplaced.every((part) => isPlaced(part) && created.has(part.vpc));
  if (groups.every((group) => isFree(group, consumer, network))) return [move];
  return canAssociate && first !== undefined ? [change([first, ...more])] : [];
}

/** The functions that may have this group in subnets of this VPC: each must wait for the association. */
function usersIn(home: Key, group: Key, { attachments, subnets }: Network): readonly Key[] {
  const here = new Set(subnets.filter(({ vpc }) => vpc === home).map(({ key }) => key));
  return attachments
    .filter(({ securityGroups: groups }) => [...groups.known, ...groups.candidates].includes(group))
    .filter(({ subnets: used }) => [...used.known, ...used.candidates].some((key) => here.has(key)))
    .map(({ consumer }) => consumer);
}

function associate(group: Key, vpcId: PropertyValue, dependents: readonly Key[]) {
  return {
    step: "add-resource",
    type: "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation",
    properties: { securityGroupId: { resource: group, output: "id" }, vpcId },
    dependents,
  } as const;
}

/** Whether the group can be replaced: no one else uses it, and no old version of the function holds it. */
function isFree(group: Key, consumer: Key, network: Network): boolean {
  const { attachments, connectors = [], capacityProviders = [], securityGroups } = network;
  const users = [...attachments, ...connectors, ...capacityProviders].filter(({ securityGroups: { known, candidates } }) =>
    [...known, ...candidates].includes(group),
  );
  const found = securityGroups.find(({ key }) => key === group);
  const { certain, possible } = untrimmedPublishers(network);
  const isHeld = found?.id !== undefined && [...certain, ...possible].includes(consumer);
  return found?.otherUsers.length === 0 && !isHeld && users.every((user) => user.consumer === consumer);
}

/** The part of the lists in one VPC that is a complete configuration, for each VPC. */
function keepOneVpc(
  { consumer, subnets, securityGroups }: ResolvedAttachment,
  parts: readonly VpcPart[],
  network: Network,
): readonly Change[] {
  const isFunction = network.attachments.some((one) => one.consumer === consumer);
  if (!isFunction || !isExactSelection(subnets) || !isExactSelection(securityGroups)) return [];
  const byVpc = Map.groupBy(parts.filter(isPlaced), ({ vpc }) => vpc);
  return [...byVpc.values()].flatMap((here) => {
    const [kept, groups] = (["subnet", "security-group"] as const).map((kind) =>
      here.filter((part) => part.kind === kind).map(({ key }) => key),
    );
    if (kept === undefined || groups === undefined || kept.length === 0 || groups.length === 0) return [];
    const step = {
      step: "set-vpc-config",
      functions: [consumer],
      ...(kept.length === subnets.certain.length ? {} : { subnets: kept }),
      ...(groups.length === securityGroups.certain.length ? {} : { securityGroups: groups }),
    } as const;
    return [inOrder(inUpdates(network, [consumer], [step]))];
  });
}
