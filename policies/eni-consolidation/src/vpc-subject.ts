import { displayName, type Key, keySet, type VpcPlan } from "@lambda-vpc/model";

/** The resource that a finding about a VPC points at: the VPC itself, or its first function where the VPC does not show. */
export function subjectOf(vpc: VpcPlan): Key {
  return vpc.vpc?.startsWith("urn:") === true ? vpc.vpc : (keySet(vpc.attachments.map(({ consumer }) => consumer))[0] ?? "");
}

/** `in VPC main`, or what the functions have in common where the VPC does not show. */
export function inVpc({ vpc, attachments }: VpcPlan): string {
  const [subnet] = keySet(attachments.flatMap(({ subnets }) => subnets.certain));
  return vpc === undefined ? `in the VPC of subnet ${displayName(subnet ?? "?")}` : `in VPC ${displayName(vpc)}`;
}
