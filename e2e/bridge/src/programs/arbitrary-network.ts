import fc from "fast-check";
import { oneOf, perhaps, tags } from "./arbitrary-expression";
import { defaultSecurityGroup, securityGroup } from "./arbitrary-security-group";
import { added, type Change, kept } from "./change";
import type { Declaration, Expression } from "./declaration";
import { adopted, type ChangingVpc, lasting, resourceOf } from "./vpc-resources";

/** The program's own VPC. */
export const vpc: fc.Arbitrary<Change> = kept(
  fc
    .record({
      assignGeneratedIpv6CidrBlock: perhaps(oneOf("true", "false")),
      enableDnsHostnames: perhaps(oneOf("true", "false")),
      enableDnsSupport: perhaps(oneOf("true", "false")),
      tags: perhaps(oneOf(`{ Name: "main" }`, "{}")),
    })
    .map((inputs): Declaration => ({ name: "vpc", type: "ec2.Vpc", inputs: { cidrBlock: '"10.1.0.0/16"', ...inputs } })),
);

/** The subnets and groups that the program declares in one VPC. The second version has more. */
export function network({ block, first, second }: ChangingVpc): fc.Arbitrary<readonly Change[]> {
  // The provider keeps inline rules that the second version leaves out, and EC2 deletes no group that a rule names.
  const named = lasting(second).groups;
  const subnets = changes(first.subnets, second.subnets, (name, index) => subnet(name, first.vpc, `"${block}.${index}.0/24"`));
  const groups = changes(first.groups, second.groups, (name, index) => {
    if (first.ruled === `${name}.id`) return fc.constant({ name, type: "ec2.SecurityGroup", inputs: { vpcId: first.vpc } });
    const group = name === adopted ? defaultSecurityGroup : securityGroup;
    return group(
      name,
      first.vpc,
      second.groups.slice(0, index).filter((id) => named.includes(id)),
    );
  });
  return fc.tuple(...subnets, ...groups);
}

function changes(
  first: readonly Expression[],
  second: readonly Expression[],
  draw: (name: string, index: number) => fc.Arbitrary<Declaration>,
): readonly fc.Arbitrary<Change>[] {
  return second.flatMap((id, index) => {
    const name = resourceOf(id);
    if (name === undefined) return [];
    return [first.includes(id) ? kept(draw(name, index)) : added(draw(name, index))];
  });
}

function subnet(name: string, vpcId: string, cidrBlock: string): fc.Arbitrary<Declaration> {
  // A zone that changed would replace the subnet under its functions: EC2 refuses a second one with the same addresses.
  const availabilityZone = ["s1", "t0"].includes(name) ? '"us-east-1b"' : undefined;
  return fc
    .record({ mapPublicIpOnLaunch: perhaps(oneOf("true", "false")), tags: perhaps(tags(vpcId)) })
    .map((inputs) => ({ name, type: "ec2.Subnet", inputs: { vpcId, cidrBlock, availabilityZone, ...inputs } }));
}
