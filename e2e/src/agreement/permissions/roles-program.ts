/** An execution role, in the words of a program. */
export interface RoleDescription {
  readonly name: string;
  /** Statements, as a program writes them, of a policy in the role itself. */
  readonly inline?: readonly string[];
  /** Statements of a policy that the program puts on the role. */
  readonly apart?: readonly string[];
  /** An ARN, as a program writes it, of a policy that it attaches to the role. */
  readonly attached?: string;
  /** When what is put on the role is created: before the function, which then waits for it, at the same time, or after it. */
  readonly order?: "before" | "together" | "after";
  /** Statements of the policy that is its permissions boundary. */
  readonly boundary?: readonly string[];
}

const PRELUDE = `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnet = new aws.ec2.Subnet("private", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
const group = new aws.ec2.SecurityGroup("shared", { vpcId: vpc.id });
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const vpcConfig = { subnetIds: [subnet.id], securityGroupIds: [group.id] };
const lambda = (name: string, role: pulumi.Input<string>, ...dependsOn: pulumi.Resource[]) =>
  new aws.lambda.Function(name, { role, runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig }, { dependsOn });

const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
const allow = (...actions: string[]) => ({ Effect: "Allow", Action: actions, Resource: "*" });
const deny = (...actions: string[]) => ({ Effect: "Deny", Action: actions, Resource: "*" });
const byFunctionCode = { Condition: { ArnEquals: { "lambda:SourceFunctionArn": "arn:aws:lambda:*:*:function:*" } } };
const document = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
`;

/** A program in which each role has a function of its name, all on one combination. */
export function rolesProgram(roles: readonly RoleDescription[]): string {
  return [PRELUDE, ...roles.map(roleText)].join("\n");
}

function roleText({ name, inline, apart, attached, boundary, order = "before" }: RoleDescription): string {
  const quoted = JSON.stringify(name);
  const role = [
    "assumeRolePolicy",
    ...(inline === undefined ? [] : [`inlinePolicies: [{ name: "own", policy: ${documentText(inline)} }]`]),
    ...(boundary === undefined ? [] : [`permissionsBoundary: new aws.iam.Policy(${quoted}, { policy: ${documentText(boundary)} }).arn`]),
  ];
  const options = order === "after" ? ", { dependsOn: own }" : "";
  const put = [
    ...(apart === undefined ? [] : [`new aws.iam.RolePolicy(${quoted}, { role: role.name, policy: ${documentText(apart)} }${options})`]),
    ...(attached === undefined
      ? []
      : [`new aws.iam.RolePolicyAttachment(${quoted}, { role: role.name, policyArn: ${attached} }${options})`]),
  ];
  const own = `const own = lambda(${[quoted, "role.arn", ...(order === "before" ? put : [])].join(", ")});`;
  return `{
  const role = new aws.iam.Role(${quoted}, { ${role.join(", ")} });
  ${[own, ...(order === "before" ? [] : put)].join("\n  ")}
}`;
}

function documentText(statements: readonly string[]): string {
  return `document(${statements.join(", ")})`;
}
