import type { GeneratedFunction, GeneratedUpdate } from "./arbitrary-update";

/** The name of a function in the program; AWS adds a suffix. */
export function functionName(index: number): string {
  return `function-${index}`;
}

/** The program of a stack, in TypeScript. */
export function updateProgram({ functions, components }: GeneratedUpdate): string {
  return [PRELUDE, ...functions.map((one, index) => functionOf(one, functionName(index), components))].join("\n");
}

const PRELUDE = `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const role = new aws.iam.Role("role", { assumeRolePolicy: "{}", managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole] });
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = 1;") });
const vpcs = [0, 1].map((vpc) => {
  const { id: vpcId } = new aws.ec2.Vpc("vpc-" + vpc, { cidrBlock: "10." + vpc + ".0.0/16" });
  const subnets = [0, 1, 2].map((n) => new aws.ec2.Subnet("subnet-" + vpc + "-" + n, { vpcId, cidrBlock: "10." + vpc + "." + n + ".0/24" }));
  const groups = [0, 1, 2].map((n) => new aws.ec2.SecurityGroup("group-" + vpc + "-" + n, { vpcId }));
  return { subnets, groups };
});
const ids = (all: readonly aws.ec2.Subnet[] | readonly aws.ec2.SecurityGroup[], some: readonly number[], applied: boolean): pulumi.Input<pulumi.Input<string>[]> =>
  applied ? pulumi.all(all.map((one) => one.id)).apply((every) => some.map((n) => every[n] ?? "")) : some.map((n) => all[n]?.id ?? "");
`;

function functionOf({ vpc, subnets, groups, applied }: GeneratedFunction, name: string, inComponent: boolean): string {
  const list = (kind: string, some: readonly number[]): string => `ids(vpcs[${vpc}]!.${kind}, ${JSON.stringify(some)}, ${applied})`;
  const vpcConfig = `{ subnetIds: ${list("subnets", subnets)}, securityGroupIds: ${list("groups", groups)} }`;
  const parent = inComponent ? `{ parent: new pulumi.ComponentResource("shop:index:Service", "${name}") }` : "{}";
  return `new aws.lambda.Function("${name}", { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig: ${vpcConfig} }, ${parent});`;
}
