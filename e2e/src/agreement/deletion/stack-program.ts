import type { FunctionDescription, Grant, StackDescription } from "./stack-description";

/** What exists in the account of each program: a VPC with two subnets, two groups, and a role that the account does not judge. */
export const existingNetwork = {
  vpcs: [{ id: "vpc-0c0ffee0000000001", cidrBlock: "10.0.0.0/16" }],
  subnets: [0, 1].map((index) => ({
    id: `subnet-0a000000000000${index}`,
    vpcId: "vpc-0c0ffee0000000001",
    cidrBlock: `10.0.${index}.0/24`,
    availabilityZone: `us-east-1${"ab"[index] ?? ""}`,
  })),
  securityGroups: [0, 1].map((index) => ({ id: `sg-0c000000000000${index}`, vpcId: "vpc-0c0ffee0000000001", name: `existing-${index}` })),
};

const ROLE_ELSEWHERE = "arn:aws:iam::123456789012:role/elsewhere";

const PRELUDE = `
const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => 0;") });
const assumeRolePolicy = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }] });
const access = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";
const all = "arn:aws:iam::aws:policy/AdministratorAccess";
const policy = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "ec2:*", Resource: "*" }] });
const nest = (name) => new pulumi.ComponentResource("shop:index:Part", name + "-part");
const provide = (name) => new aws.Provider(name + "-provider", { region: "us-east-1" });
`;

/** One resource of a program: which it is made from, and its text for given options. */
interface Declaration {
  readonly name: string;
  readonly needs: readonly string[];
  readonly text: (options: string) => string;
}

/** The network of a stack is its own or the account's. A VPC of the stack has subnets and groups of the stack alone. */
export function stackProgram(stack: StackDescription): string {
  const declared = inOrder(declarations(stack), stack);
  return [PRELUDE, ...declared, ...stack.functions.map((one, index) => functionText(stack, one, index))].join("\n");
}

/** The resources except the functions, each after those that it is made from, otherwise by priority, with their additional dependencies. */
function inOrder(all: readonly Declaration[], { priorities, dependsOn, nested, explicitProvider }: StackDescription): readonly string[] {
  const [texts, done, left]: [string[], string[], Declaration[]] = [[], [], [...all]];
  while (left.length > 0) {
    const [next] = left
      .filter(({ needs }) => needs.every((need) => done.includes(need)))
      .toSorted((one, other) => (priorities[one.name] ?? 0) - (priorities[other.name] ?? 0) || (one.name < other.name ? -1 : 1));
    if (next === undefined) throw new Error("the declarations need each other");
    const { name, text } = next;
    const further = [...new Set((dependsOn[name] ?? []).flatMap((index) => (done.length === 0 ? [] : (done[index % done.length] ?? []))))];
    texts.push(
      text(
        `{ dependsOn: [${further.join(", ")}]${nested.includes(name) ? `, parent: nest("${name}")` : ""}${explicitProvider.includes(name) ? `, provider: provide("${name}")` : ""} }`,
      ),
    );
    done.push(name);
    left.splice(left.indexOf(next), 1);
  }
  return texts;
}

function declarations(stack: StackDescription): readonly Declaration[] {
  const vpcNeeds = stack.vpc ? ["vpc"] : [];
  const make = (name: string, type: string, needs: readonly string[], inputs: string): Declaration => ({
    name,
    needs,
    text: (options) => `const ${name} = new ${type}("${name}", ${inputs}, ${options});`,
  });
  const vpcId = stack.vpc ? "vpc.id" : `"${existingNetwork.vpcs[0]?.id ?? ""}"`;
  return [
    make("table", "aws.cloudwatch.LogGroup", [], "{}"),
    ...(stack.vpc ? [make("vpc", "aws.ec2.Vpc", [], `{ cidrBlock: "10.0.0.0/16" }`)] : []),
    ...[0, 1].flatMap((index) =>
      isOwn(stack, "subnets", index)
        ? [make(`subnet${index}`, "aws.ec2.Subnet", vpcNeeds, `{ vpcId: ${vpcId}, cidrBlock: "10.0.${10 + index}.0/24" }`)]
        : [],
    ),
    ...[0, 1].flatMap((index) =>
      isOwn(stack, "groups", index) ? [make(`group${index}`, "aws.ec2.SecurityGroup", vpcNeeds, `{ vpcId: ${vpcId} }`)] : [],
    ),
    ...stack.roles.flatMap((role, index) => (role === "elsewhere" ? [] : roleDeclarations(make, role, index))),
  ];
}

type Make = (name: string, type: string, needs: readonly string[], inputs: string) => Declaration;

function roleDeclarations(make: Make, grants: readonly Grant[], index: number): readonly Declaration[] {
  const role = `role${index}`;
  const inside = [
    ...(grants.includes("managed") ? ["managedPolicyArns: [all]"] : []),
    ...(grants.includes("inline") ? [`inlinePolicies: [{ name: "own", policy }]`] : []),
  ];
  return [
    make(role, "aws.iam.Role", [], `{ ${["assumeRolePolicy", ...inside].join(", ")} }`),
    ...(grants.includes("attachment")
      ? [make(`grant${index}`, "aws.iam.RolePolicyAttachment", [role], `{ role: ${role}.name, policyArn: access }`)]
      : []),
    ...(grants.includes("policy") ? [make(`further${index}`, "aws.iam.RolePolicy", [role], `{ role: ${role}.name, policy }`)] : []),
  ];
}

/** A VPC of the stack has no subnets and groups of the account. */
function isOwn({ vpc, ...stack }: StackDescription, kind: "subnets" | "groups", index: number): boolean {
  return vpc || stack[kind][index] === true;
}

function functionText(stack: StackDescription, one: FunctionDescription, index: number): string {
  const subnetIds = Array.from({ length: one.subnets }, (_, at) =>
    isOwn(stack, "subnets", at) ? `subnet${at}.id` : `"${existingNetwork.subnets[at]?.id ?? ""}"`,
  );
  const group = (at: number): string =>
    isOwn(stack, "groups", at) ? `group${at}.id` : `"${existingNetwork.securityGroups[at]?.id ?? ""}"`;
  const role = stack.roles[one.role];
  const grants =
    role === "elsewhere"
      ? []
      : [...(role.includes("attachment") ? [`grant${one.role}`] : []), ...(role.includes("policy") ? [`further${one.role}`] : [])];
  const settings = [
    `runtime: "nodejs22.x", handler: "index.handler", code`,
    `role: ${role === "elsewhere" ? `"${ROLE_ELSEWHERE}"` : `role${one.role}.arn`}`,
    `vpcConfig: { subnetIds: [${subnetIds.join(", ")}], securityGroupIds: [${group(one.group)}] }`,
    ...(one.publish ? ["publish: true"] : []),
    ...(one.kept === "skipDestroy" ? ["skipDestroy: true"] : []),
    ...(one.replacement === "none" ? [] : ["replaceSecurityGroupsOnDestroy: true"]),
    ...(one.replacement === "other" ? [`replacementSecurityGroupIds: [${group(1 - one.group)}]`] : []),
  ];
  const options = [
    ...(one.ordered && grants.length > 0 ? [`dependsOn: [${grants.join(", ")}]`] : []),
    ...(one.kept === "retainOnDelete" ? ["retainOnDelete: true"] : []),
  ];
  return `new aws.lambda.Function("function${index}", { ${settings.join(", ")} }, { ${options.join(", ")} });`;
}
