import { counted, displayName, type Key, keySet, subjectOf, type VpcPlan } from "@lambda-vpc/model";

/** The functions that are in one VPC, or may be. */
export type VpcMembers = Pick<VpcPlan, "vpc" | "attachments" | "reachable">;

/** The subject of a finding about a VPC: the VPC, or its first function if this stack does not manage the VPC. */
export function subjectOfVpc({ vpc, attachments, reachable }: VpcMembers): Key {
  return subjectOf(
    vpc,
    (attachments.length > 0 ? attachments : reachable).map(({ consumer }) => consumer),
  );
}

/** `the 12 functions in VPC main`. */
export function functionsOf({ vpc, attachments, reachable }: VpcMembers): string {
  if (attachments.length === 0) return `the ${counted(reachable.length, "function")} whose VPC is unknown`;
  const [subnet] = keySet(attachments.flatMap(({ subnets }) => subnets.certain));
  const where = vpc === undefined ? `the VPC of subnet ${displayName(subnet ?? "?")}` : `VPC ${displayName(vpc)}`;
  return `the ${counted(attachments.length, "function")} in ${where}`;
}
