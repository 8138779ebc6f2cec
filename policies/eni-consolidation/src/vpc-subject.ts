import { counted, displayName, type Key, keySet, subjectOf, type VpcPlan } from "@lambda-vpc/model";

/** The subject of a finding about a VPC: the VPC, or its first function if this stack does not manage the VPC. */
export function subjectOfVpc({ vpc, attachments, reachable }: VpcPlan): Key {
  return subjectOf(
    vpc,
    (attachments.length > 0 ? attachments : reachable).map(({ consumer }) => consumer),
  );
}

/** `the 12 functions in VPC main`. */
export function functionsOf({ vpc, attachments, reachable }: VpcPlan): string {
  if (attachments.length === 0) return `the ${counted(reachable.length, "function")} whose VPC is unknown`;
  const [subnet] = keySet(attachments.flatMap(({ subnets }) => subnets.certain));
  const where = vpc === undefined ? `the VPC of subnet ${displayName(subnet ?? "?")}` : `VPC ${displayName(vpc)}`;
  return `the ${counted(attachments.length, "function")} in ${where}`;
}
