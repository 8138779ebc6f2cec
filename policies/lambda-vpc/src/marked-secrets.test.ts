import { reportState } from "@lambda-vpc/policy-kit";
import { checkLaw } from "@lambda-vpc/property-testing";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { lambdaVpc } from "./index";

/*
 * Values that policies print, because findings are about them: ids, ARNs, ranges, zones. They are printed unless the program marks them as secret. The
 * state file has the marks that the engine sends to a pack (packages/policy-kit/src/output/observed-secrets.test.ts).
 */

/** What each value is about. Each stands once in the program, so its text in a message is from there. */
const values = {
  subnet: "subnet-0a1b2c3d4e5f60001",
  otherSubnet: "subnet-0a1b2c3d4e5f60002",
  group: "sg-0a1b2c3d4e5f60003",
  vpc: "vpc-0a1b2c3d4e5f60004",
  range: "10.77.0.0/28",
  vpcRange: "10.77.0.0/30",
  zone: "eu-south-7q",
  role: "arn:aws:iam::123456789012:role/hidden-role",
  attached: "arn:aws:iam::123456789012:policy/hidden-policy",
  variable: "postgres://shop:hunter2@db",
} as const;

type Name = keyof typeof values;

const marks = fc.record({
  secret: fc.subarray(Object.keys(values) as Name[]),
  /** Whether the program marks a whole list, as it does with a list of another stack. */
  lists: fc.boolean(),
});

/** A state file with these values, as `pulumi stack export --show-secrets` writes it. */
function stateOf(marked: ReadonlySet<Name>, lists: boolean): string {
  const secret = (value: unknown): unknown => ({
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    plaintext: JSON.stringify(value),
  });
  const value = (name: Name): unknown => (marked.has(name) ? secret(values[name]) : values[name]);
  const list = (...names: readonly Name[]): unknown =>
    lists && names.some((name) => marked.has(name)) ? secret(names.map((name) => values[name])) : names.map(value);
  const resource = (type: string, name: string, inputs: object): object => {
    const urn = `urn:pulumi:dev::shop::${type}::${name}`;
    return { urn, type, custom: true, id: `${name}-id`, inputs, outputs: { id: `${name}-id`, ...inputs } };
  };
  const resources = [
    resource("aws:ec2/vpc:Vpc", "main", { cidrBlock: value("vpcRange") }),
    resource("aws:ec2/subnet:Subnet", "inner", { vpcId: "main-id", cidrBlock: value("range"), availabilityZone: value("zone") }),
    resource("aws:ec2/subnet:Subnet", "outer", { vpcId: value("vpc"), cidrBlock: value("range"), availabilityZone: "us-east-1a" }),
    resource("aws:iam/role:Role", "own", { assumeRolePolicy: "{}", managedPolicyArns: list("attached") }),
    ...["a", "b"].map((name) =>
      resource("aws:lambda/function:Function", name, {
        role: name === "a" ? value("role") : "own-id",
        vpcConfig: { subnetIds: list("subnet", "otherSubnet"), securityGroupIds: name === "a" ? list("group") : ["sg-1"] },
        environment: { variables: { URL: value("variable") } },
      }),
    ),
    resource("aws:lambda/function:Function", "c", {
      role: "own-id",
      vpcConfig: { subnetIds: ["inner-id", "outer-id"], securityGroupIds: list("group") },
    }),
  ];
  return JSON.stringify({ version: 3, deployment: { resources } });
}

/** What policies print to a program: messages, and what waivers would record. */
function printedOf(state: string): string {
  const configuration = { all: "advisory", "eni-budget": { enforcementLevel: "advisory", warnAt: 0 } };
  const reports = reportState(lambdaVpc, configuration, state, "2026-11-24");
  if (!reports.ok) throw new Error(reports.error);
  return reports.value.map(({ message }) => message).join("\n");
}

test("nothing that a program marks as secret is printed or recorded, and what it does not mark is", () => {
  const unmarked = printedOf(stateOf(new Set(), false));
  checkLaw({ "something printed is marked": 50 }, [marks], ({ secret, lists }, met) => {
    const printed = printedOf(stateOf(new Set(secret), lists));
    met(
      "something printed is marked",
      secret.some((name) => unmarked.includes(values[name])),
    );
    for (const name of secret) expect(printed).not.toContain(values[name]);
  });
  for (const name of ["subnet", "group", "role"] as const) expect(unmarked).toContain(values[name]);
  expect(unmarked).not.toContain(values.variable);
});
