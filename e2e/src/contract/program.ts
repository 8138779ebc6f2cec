import type { Row } from "./rows";

const PRELUDE = `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const vpcId = "vpc-0a";
const subnet = (name: string, third: number) => new aws.ec2.Subnet(name, { vpcId, cidrBlock: \`10.0.\${third}.0/24\` });
const [s0, s1] = [subnet("s0", 0), subnet("s1", 1)];
const a = new aws.ec2.SecurityGroup("a", { vpcId });
const b = new aws.ec2.SecurityGroup("b", { vpcId });
const lookedUp = aws.ec2.Subnet.get("looked-up", "subnet-0b");
const role = new aws.iam.Role("role", { assumeRolePolicy: "{}", managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole] });
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = 1;") });
const lambda = (name: string, vpcConfig: aws.lambda.FunctionArgs["vpcConfig"]) =>
  new aws.lambda.Function(name, { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig });
`;

/** Resources whose planned outputs show the bridge's other habits. */
const HABITS = `
const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.1.0.0/16" });
new aws.ec2.Subnet("somewhere", { vpcId: vpc.id, cidrBlock: "10.1.0.0/24" });
const later = vpc.id.apply(() => "10.2.0.0/16");
const https = { protocol: "tcp", fromPort: 443, toPort: 443 };
new aws.ec2.SecurityGroup("rules", {
  vpcId,
  egress: [
    { ...https, cidrBlocks: ["10.0.0.0/8", later] },
    { ...https, securityGroups: ["sg-0a", a.id] },
  ],
});
`;

/** A TypeScript program with a function for each row, named by `functionName`; `more` is what it has in addition to the common network. */
export function program(rows: readonly Row[], more = ""): string {
  const functions = rows.map((row, index) => `lambda(${JSON.stringify(functionName(index))}, ${row.vpcConfig});`);
  return [PRELUDE, HABITS, more, ...functions].join("\n");
}

export function functionName(row: number): string {
  return `row-${row}`;
}

/** What the program of the later preview has that the first one had not. */
export const NEW_SUBNET = `const s9 = subnet("s9", 9);`;
