import { counted, displayName, type Key, keySet, subjectOf, type VpcPlan } from "@lambda-vpc/model";

/** The resource that a finding about a VPC points at: the VPC itself, or its first function where the VPC does not show. */
export function subjectOfVpc({ vpc, attachments, reachable }: VpcPlan): Key {
  return subjectOf(
    vpc,
    (attachments.length > 0 ? attachments : reachable).map(({ consumer }) => consumer),
  );
}

/** `the 12 functions in VPC main`, or what they have in common where the VPC does not show. */
export function functionsOf({ vpc, attachments, reachable }: VpcPlan): string {
  if (attachments.length === 0) return `the ${counted(reachable.length, "function")} whose VPC does not show`;
  const [subnet] = keySet(attachments.flatMap(({ subnets }) => subnets.certain));
  const where = vpc === undefined ? `the VPC of subnet ${displayName(subnet ?? "?")}` : `VPC ${displayName(vpc)}`;
  return `the ${counted(attachments.length, "function")} in ${where}`;
}
