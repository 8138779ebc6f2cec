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
  return `import { displayName, type ResolvedAttachment } from "@lambda-vpc/model";
import { byHand, definePolicy, type Finding } from "@lambda-vpc/policy-kit";

export const ${name} = definePolicy({
  id: "${id}",
  title: "${title}",
  severity: "medium",
  level: "advisory",
  config: {},
  check: ({ plan }) => plan.attachments.flatMap(checkFunction),
});

/** A limit that no function exceeds. Replace it with the rule. */
const MAX_SUBNETS = 16;

/** No finding if the rule is kept, whatever is unknown. A violation if it is broken, whatever is unknown. Undecided otherwise. */
function checkFunction({ consumer: subject, subnets }: ResolvedAttachment): readonly Finding[] {
  const what = \`function \${displayName(subject)} uses more than \${MAX_SUBNETS} subnets\`;
  if (subnets.most <= MAX_SUBNETS) return [];
  if (subnets.least <= MAX_SUBNETS)
    return [{ verdict: "undecided", subject, what, causes: new Map([[subnets.uncertainty ?? "list-unknown", [subject]]]) }];
  return [
    {
      verdict: "violation",
      subject,
      what: \`\${what}.\`,
      why: "State the consequence and its source.",
      fix: byHand("remove subnets", "the program does not show which subnets the function needs"),
      basis: subnets.basis,
    },
  ];
}
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
