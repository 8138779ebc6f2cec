import { counted, displayName, isExactSelection, type Key, keySet, resourceName, subjectOf, type VpcPlan } from "@lambda-vpc/model";
import { type Member, membersOf } from "@lambda-vpc/policy-kit";

/** The functions that are in one VPC, or may be. */
export type VpcMembers = Pick<VpcPlan, "vpc" | "attachments" | "reachable">;

/** The subject of a finding about a VPC: the VPC, or its first function if this stack does not manage the VPC. */
export function subjectOfVpc({ vpc, attachments, reachable }: VpcMembers): Key {
  return subjectOf(
    vpc,
    (attachments.length > 0 ? attachments : reachable).map(({ consumer }) => consumer),
  );
}

/** What a finding about a VPC is about: the VPC, or its first subnet if the VPC is unknown. A function is not: it may be removed. */
export function aboutVpc(members: VpcMembers): readonly Key[] {
  const { vpc, attachments } = members;
  const [subnet] = keySet(attachments.flatMap(({ subnets }) => subnets.certain));
  return [vpc ?? subnet ?? subjectOfVpc(members)];
}

/** The functions that are in a VPC, or may be. */
export function functionMembers({ attachments, reachable }: VpcMembers): readonly Member[] {
  return membersOf(keySet([...attachments, ...reachable].map(({ consumer }) => consumer)));
}

/** The security-group sets of a VPC, each with its first function. A set that is unknown is named after its function. */
export function setMembers({ attachments, reachable }: VpcMembers): readonly Member[] {
  const named = [...attachments, ...reachable].map(({ consumer, securityGroups }) => {
    const [own] = membersOf([consumer]);
    const name = isExactSelection(securityGroups) ? keySet(securityGroups.certain).map(resourceName).join(" + ") : resourceName(consumer);
    const label = securityGroups.certain.map(displayName).join(" + ");
    const isNamedAlike = !isExactSelection(securityGroups) || name === resourceName(consumer) || name === "";
    return { name, label: isNamedAlike ? (own?.label ?? name) : `${label} of ${own?.label ?? ""}` };
  });
  return [...Map.groupBy(named, ({ name }) => name).values()].flatMap(([first]) => (first === undefined ? [] : [first]));
}

/** `the 12 functions in VPC main`. */
export function functionsOf({ vpc, attachments, reachable }: VpcMembers): string {
  if (attachments.length === 0) return `the ${counted(reachable.length, "function")} whose VPC is unknown`;
  const [subnet] = keySet(attachments.flatMap(({ subnets }) => subnets.certain));
  const where = vpc === undefined ? `the VPC of subnet ${displayName(subnet ?? "?")}` : `VPC ${displayName(vpc)}`;
  return `the ${counted(attachments.length, "function")} in ${where}`;
}
