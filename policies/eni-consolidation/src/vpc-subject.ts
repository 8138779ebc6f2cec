import { counted, displayName, type Key, keySet, type VpcPlan } from "@lambda-vpc/model";

/** The resource that a finding about a VPC points at: the VPC itself, or its first function where the VPC does not show. */
export function subjectOf({ vpc, attachments, reachable }: VpcPlan): Key {
  if (vpc?.startsWith("urn:") === true) return vpc;
  const [first] = keySet((attachments.length > 0 ? attachments : reachable).map(({ consumer }) => consumer));
  return first ?? "";
}

/** `the 12 functions in VPC main`, or what they have in common where the VPC does not show. */
export function functionsOf({ vpc, attachments, reachable }: VpcPlan): string {
  if (attachments.length === 0) return `the ${counted(reachable.length, "function")} whose VPC does not show`;
  const [subnet] = keySet(attachments.flatMap(({ subnets }) => subnets.certain));
  const where = vpc === undefined ? `the VPC of subnet ${displayName(subnet ?? "?")}` : `VPC ${displayName(vpc)}`;
  return `the ${counted(attachments.length, "function")} in ${where}`;
}
