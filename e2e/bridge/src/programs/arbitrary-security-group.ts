import fc from "fast-check";
import { listOf, oneOf, perhaps, someOf, tags } from "./arbitrary-expression";
import type { Declaration, Expression } from "./declaration";
import { replaceable } from "./vpc-resources";

export const CIDRS = ['"10.0.0.0/8"', '"192.168.0.0/16"', '"0.0.0.0/0"'];
export const IPV6_CIDRS = ['"fd00::/8"', '"::/0"'];
export const PREFIX_LISTS = ['"pl-02cd2c6b"', '"pl-01a5062a"'];

/** Groups that are not named by Pulumi. */
const NAMING: { readonly [group: string]: Declaration["inputs"] } = { g1: { namePrefix: '"made-"' }, h0: { name: '"chosen"' } };

/** A group with or without inline rules, which may refer to `earlier` groups and to itself. */
export function securityGroup(name: string, vpcId: Expression, earlier: readonly Expression[]): fc.Arbitrary<Declaration> {
  return fc
    .record({
      description: replaceable.includes(name) ? perhaps(oneOf('"one"', '"another"')) : fc.constant(undefined),
      egress: perhaps(ruleBlocks(earlier)),
      ingress: perhaps(ruleBlocks(earlier)),
      revokeRulesOnDelete: perhaps(oneOf("true", "false")),
      tags: perhaps(tags(vpcId)),
    })
    .map((inputs) => ({ name, type: "ec2.SecurityGroup", inputs: { vpcId, ...NAMING[name], ...inputs } }));
}

/** The default group of a VPC, which is adopted with the rules of the program alone. */
export function defaultSecurityGroup(name: string, vpcId: Expression, earlier: readonly Expression[]): fc.Arbitrary<Declaration> {
  return fc
    .record({ egress: perhaps(ruleBlocks(earlier)), ingress: perhaps(ruleBlocks(earlier)), tags: perhaps(tags(vpcId)) })
    .map((inputs) => ({ name, type: "ec2.DefaultSecurityGroup", inputs: { vpcId, ...inputs } }));
}

function ruleBlocks(groups: readonly Expression[]): fc.Arbitrary<Expression> {
  return fc.array(ruleBlock(groups), { maxLength: 3 }).map((blocks) => listOf(blocks.map((block, index) => block(1000 * (index + 1)))));
}

/** A block for any ports: EC2 rejects duplicate rules, so each block of a group gets different ports. */
function ruleBlock(groups: readonly Expression[]): fc.Arbitrary<(port: number) => Expression> {
  return fc
    .record({ peers: peers(groups), protocol: oneOf('"tcp"', '"udp"', '"6"'), description: perhaps(oneOf('"to the world"', '""')) })
    .map(({ peers, protocol, description }) => {
      const rest = [...Object.entries(peers), ["description", description]].flatMap(([name, value]) =>
        value ? [`${name}: ${value}`] : [],
      );
      return (port) => `{ protocol: ${protocol}, fromPort: ${port}, toPort: ${port + 80}, ${rest.join(", ")} }`;
    });
}

function peers(groups: readonly Expression[]): fc.Arbitrary<{ readonly [name: string]: Expression | undefined }> {
  return fc.record({
    // Always somebody: a rule for nobody is refused.
    cidrBlocks: someOf(CIDRS).map(listOf),
    ipv6CidrBlocks: perhaps(someOf(IPV6_CIDRS).map(listOf)),
    prefixListIds: perhaps(someOf(PREFIX_LISTS).map(listOf)),
    securityGroups: groups.length === 0 ? fc.constant(undefined) : perhaps(someOf(groups).map(listOf)),
    self: perhaps(oneOf("true", "false")),
  });
}
