import { pageHead } from "./page-head";

const title = "State the rule in one short sentence.";

/** The three files of a new policy by their names: complete but for what only its author knows. */
export function policyFiles(id: string, name: string): ReadonlyMap<string, string> {
  return new Map([
    [`${id}.ts`, source(id, name)],
    [`${id}.test.ts`, test(id, name)],
    [`${id}.md`, page(id)],
  ]);
}

function source(id: string, name: string): string {
  return `import { definePolicy } from "@lambda-vpc/policy-kit";

export const ${name} = definePolicy({
  id: "${id}",
  title: "${title}",
  severity: "medium",
  level: "advisory",
  config: {},
  check: () => [],
});
`;
}

function test(id: string, name: string): string {
  return `import { groupPerFunction, stack, testPolicy, vpc } from "@lambda-vpc/policy-testing";
import { ${name} } from "./${id}";

testPolicy(${name}, [
  { name: "one function in a VPC: no finding", stack: stack(groupPerFunction(vpc("main", { subnets: 2 }), { functions: 1 })), finds: [] },
]);
`;
}

function page(id: string): string {
  return `${pageHead({ id, title, severity: "medium", level: "advisory" })}
## Why

What it costs to break the rule, with a source.

## Avoid

\`\`\`ts
const group = new aws.ec2.SecurityGroup("orders", { vpcId: vpc.id, egress });
const vpcConfig = { subnetIds, securityGroupIds: [group.id] };
new aws.lambda.Function("orders", { role: role.arn, code, handler, runtime, vpcConfig });
\`\`\`

## Prefer

\`\`\`ts
const { vpcConfig } = new SharedVpcConfig("shared", { vpcId: vpc.id, subnetIds, egress });
new aws.lambda.Function("orders", { role: role.arn, code, handler, runtime, vpcConfig });
\`\`\`

## Configuration

<!-- generated: configuration -->
<!-- /generated -->

## Why this level

What is fact about it, and what is opinion.

## When not to use it

Who is right to break the rule, and what they should do instead.
`;
}
