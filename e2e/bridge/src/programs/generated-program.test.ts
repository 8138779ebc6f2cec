import { expect, test } from "@jest/globals";
import { generatedProgram } from "./generated-program";

const programs = Array.from({ length: 30 }, (_, seed) => generatedProgram(seed));

test("the same seed gives the same program", () => {
  expect(generatedProgram(7)).toEqual(programs[7]);
  expect(programs[8]?.first).not.toBe(programs[7]?.first);
});

const ways = [
  ["lists by element", /subnetIds: \[s\d\.id, s\d\.id\]/],
  ["a subnet twice", /subnetIds: \[(s\d\.id), \1/],
  ["known ids beside new ones", /"subnet-0a", t0\.id/],
  ["whole lists out of an output", /subnetIds: pulumi\.all\(\[[^\]]*\]\)[, ]/],
  ["slices", /\.slice\(0, /],
  ["indices", /ids\[\d\]/],
  ["conditional picks", /getStack\(\) ===/],
  ["whole configurations out of an apply", /vpcConfig: pulumi\.all\(/],
  ["networks of nothing", /subnetIds: \[\], securityGroupIds: \[\]/],
  ["groups without rules", /SecurityGroup\("g\d", \{ vpcId: vpc\.id(, revokeRulesOnDelete: \w+)? \}\)/],
  ["groups closed by an empty list", /egress: \[\]/],
  ["rules for groups", /securityGroups: \[/],
  ["rules for the group itself", /self: true/],
  ["rules for prefix lists", /prefixListIds: \[/],
  ["rules apart", /ec2\.SecurityGroupRule\(/],
  ["rules apart by direction", /vpc\.SecurityGroup(Egress|Ingress)Rule\(/],
  ["VPCs with an IPv6 range of Amazon's", /assignGeneratedIpv6CidrBlock: true/],
  ["tags that are not known yet", /Beside: vpc\.id/],
] as const;

test.each(ways)("there are %s", (_, pattern) => {
  expect(programs.some(({ first, second }) => pattern.test(first) && pattern.test(second))).toBe(true);
});

test("the second version adds subnets and groups, and adds, changes and removes functions", () => {
  const declared = (source: string) =>
    new Map([...source.matchAll(/^const (\w+) = new aws\.(.*)$/gm)].map(([, name = "", rest]) => [name, rest]));
  const changes = programs.flatMap(({ first, second }) => {
    const [before, after] = [declared(first), declared(second)];
    return [...new Set([...before.keys(), ...after.keys()])].map((name) =>
      !before.has(name)
        ? `added ${name}`
        : !after.has(name)
          ? `removed ${name}`
          : before.get(name) === after.get(name)
            ? "kept"
            : `changed ${name}`,
    );
  });
  expect(changes).toEqual(expect.arrayContaining(["kept", "added s3", "added g3", "changed g0", "added f0", "changed f0", "removed f0"]));
});

test("the role of the functions always lets Lambda manage interfaces, and another may lose all its policies", () => {
  const policies = (name: string) =>
    Array.from({ length: 100 }, (_, seed) => generatedProgram(seed)).map(({ first, second }) =>
      [first, second].map((source) => new RegExp(`^const ${name} = .*managedPolicyArns: \\[([^\\]]*)\\]`, "m").exec(source)?.[1]),
    );
  const roles = policies("role");
  expect(roles.flat()).toEqual(roles.flat().map(() => expect.stringContaining("VPCAccess")));
  expect(roles.some(([before, after]) => before !== after)).toBe(true);
  expect(policies("spare")).toContainEqual([expect.stringContaining("VPCAccess"), ""]);
});
