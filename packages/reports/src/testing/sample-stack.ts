import fc from "fast-check";
import type { StackResource } from "@lambda-vpc/sources";

/** A function of a sample stack: its group, its subnets, and whether their ids are unknown. */
export interface SampleFunction {
  readonly group: number;
  readonly subnets: readonly number[];
  readonly unknown?: boolean;
}

/** A stack of functions over two subnets and four groups in one VPC. Groups 0 and 1 have the same rules, and so have 2 and 3. */
export interface SampleStack {
  readonly functions: Readonly<Record<string, SampleFunction>>;
  readonly prefixLength: number;
}

const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;

function resource(type: string, name: string, inputs: StackResource["outputs"], line: number): StackResource {
  const provider = urn("pulumi:providers:aws", "default");
  const position = { file: "src/my stack.ts", line, column: 3 };
  return {
    urn: urn(type, name),
    type,
    custom: true,
    inputs,
    outputs: { id: name, ...inputs },
    provider,
    propertyDependencies: {},
    position,
  };
}

/** The resources of a deployed sample stack; `lines` are added before the program. */
export function resourcesOf({ functions, prefixLength }: SampleStack, lines = 0): readonly StackResource[] {
  const rule = (group: number) => ({
    protocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrBlocks: [group < 2 ? "10.0.0.0/8" : "192.168.0.0/16"],
  });
  return [
    ...[0, 1].map((index) =>
      resource(
        "aws:ec2/subnet:Subnet",
        `subnet-${index}`,
        { vpcId: "vpc-1", cidrBlock: `10.0.${index}.0/${prefixLength}`, availabilityZone: `us-east-1${index === 0 ? "a" : "b"}` },
        lines + index + 1,
      ),
    ),
    ...[0, 1, 2, 3].map((group) =>
      resource(
        "aws:ec2/securityGroup:SecurityGroup",
        `sg-${group}`,
        { vpcId: "vpc-1", ingress: [], egress: [rule(group)] },
        lines + group + 10,
      ),
    ),
    ...Object.entries(functions).map(([name, { group, subnets, unknown = false }], index) =>
      resource(
        "aws:lambda/function:Function",
        name,
        {
          vpcConfig: {
            subnetIds: subnets.map((one) => `subnet-${one}`),
            securityGroupIds: [unknown ? "sg-elsewhere" : `sg-${group}`],
          },
        },
        lines + index + 20,
      ),
    ),
  ];
}

const names = [
  "audit",
  "cart",
  "mails",
  "orders",
  "users",
  "evil\u001b[31m\n::error::<b>|@team`",
  "evil\u2028</script><script>alert('x')</script>\" onload=\"x<!--",
];

/** Sample stacks of up to six functions, two of which have names that attack readers. */
export const arbitraryStack: fc.Arbitrary<SampleStack> = fc.record({
  functions: fc.dictionary(
    fc.constantFrom(...names),
    fc.record({ group: fc.integer({ min: 0, max: 3 }), subnets: fc.subarray([0, 1], { minLength: 1 }), unknown: fc.boolean() }),
    { minKeys: 0, maxKeys: names.length, noNullPrototype: true },
  ),
  prefixLength: fc.constantFrom(26, 28),
});
