import { type GroupAssociation, keySet } from "@lambda-vpc/model";
import type { Stack } from "../stack/stack";

/** The associations of security groups with further VPCs that the stack makes. */
export function readGroupAssociations(stack: Stack): readonly GroupAssociation[] {
  return stack.ofKind("security-group-vpc-association").map((association) => {
    const named = stack.referenceOf(association, "securityGroupId", "security-group");
    const vpc = stack.referenceOf(association, "vpcId", "vpc");
    const groups = named === undefined ? stack.candidates(stack.dependencies(association, "securityGroupId"), "security-group") : [named];
    return { groups: keySet(groups), ...(vpc === undefined ? {} : { vpc }) };
  });
}
