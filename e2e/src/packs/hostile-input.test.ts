import { expect, test } from "@jest/globals";
import { wholePack, withPack } from "@lambda-vpc/test-stacks/packs";
import { printed, type Program, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** A network with a function `orders` in it, and more. */
const program = (more: string): string => `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnet = new aws.ec2.Subnet("a", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" });
const group = new aws.ec2.SecurityGroup("group", { vpcId: vpc.id, egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/16"] }] });
const role = new aws.iam.Role("role", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }) });
const policyArn = aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole;
new aws.iam.RolePolicyAttachment("network", { role: role.name, policyArn });
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => 1;") });
const handler = { runtime: "nodejs22.x", handler: "index.handler", code };
new aws.lambda.Function("orders", { ...handler, role: role.arn, vpcConfig: { subnetIds: [subnet.id], securityGroupIds: [group.id] } });
${more}
`;

/** A function with a name that forges lines, and with a role and a network that are secrets. */
const hostile = `
new aws.lambda.Function("evil\\u001b[31m\\n[mandatory] forged\\n::error::forged\\u202e", {
  ...handler,
  role: pulumi.secret("arn:aws:iam::123456789012:role/hidden-role"),
  vpcConfig: {
    subnetIds: [pulumi.secret("subnet-0a0000000000000a1"), "subnet-0a0000000000000a2"],
    securityGroupIds: pulumi.secret(["sg-0e0000000000000e5"]),
  },
});
`;

function preview(stack: Program) {
  return stack.pulumi("preview", "--color", "never", ...withPack(stack, { all: "advisory" }, wholePack));
}

/** What stands below the names of packs. */
function findingsIn(text: string): string {
  return text.slice(text.indexOf("Policies:"), text.indexOf("Diagnostics:"));
}

test("names forge no line, secrets are not printed, and a failed program leaves no stack that seems to be checked", () =>
  withWorkspace(async (workspace) => {
    const stack = await workspace.program("02-one-shared-configuration", () => program(hostile));
    const findings = findingsIn(printed(await preview(stack)));
    expect(findings).toContain("evil\\u{1b}[31m\\u{a}[mandatory] forged\\u{a}::error::forged\\u{202e}");
    expect(findings.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]|[\u202a-\u202e]/u);
    expect(findings).not.toMatch(/^\s*(?:\[mandatory\]|::error)/m);
    expect(findings).toMatch(/\[secret\]/);
    expect(findings).not.toMatch(/hidden-role|subnet-0a0000000000000a1|sg-0e0000000000000e5/);

    stack.edit(() => program('throw new Error("stopped");'));
    const update = ["--yes", "--skip-preview", "--continue-on-error", ...withPack(stack, undefined, wholePack)];
    const failed = await stack.pulumi("up", ...update);
    expect(failed.exitCode).not.toBe(0);
    expect(printed(failed)).toContain("lambda-vpc did not check this stack");
  }));

test("a role whose attachment is outside of the target is undecided, and a waiver for a function outside stays", () =>
  withWorkspace(async (workspace) => {
    const stack = await workspace.program("02-one-shared-configuration", () => program(hostile));
    const targets = ["**Role::role", "**orders", "**::a", "**::group", "**::main"].map((urn) => `--target=${urn}`);
    const subject = "urn:pulumi:dev::one-shared-configuration::aws:lambda/function:Function::later";
    const later = { policy: "execution-role-manages-enis", subject, reason: "moving out", expires: "2099-12-31" };
    const configuration = { waivers: { enforcementLevel: "advisory", entries: [later] } };
    const result = await stack.pulumi("preview", ...withPack(stack, configuration, wholePack), ...targets);
    expect(result.exitCode).toBe(0);
    expect(findingsIn(printed(result))).toMatch(/execution-role-manages-enis.*\n\s+undecided: /);
    expect(findingsIn(printed(result))).not.toContain("evil");
    expect(findingsIn(printed(result))).not.toContain("matches no finding");
  }));

test("more remarks than the engine accepts are counted, and end no preview", () =>
  withWorkspace(async (workspace) => {
    const stack = await workspace.program("02-one-shared-configuration", () => program(""));
    const entries = Array.from({ length: 12_000 }, (_, index) => ({
      policy: "eni-budget",
      subject: `urn:pulumi:dev::one-shared-configuration::aws:lambda/function:Function::function-that-is-not-there-${index}`,
      stacks: ["one-shared-configuration/dev"],
      reason: "a reason that is as long as reasons are, with a ticket",
      expires: "2099-12-31",
    }));
    const streaming = { environment: { PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "1" } };
    const flags = ["--json", ...withPack(stack, { waivers: { enforcementLevel: "advisory", entries } }, wholePack)];
    const result = await workspace.engine.pulumi(["--non-interactive", "-C", stack.folder, "preview", ...flags], streaming);
    expect(printed(result)).not.toContain("larger than max");
    expect(printed(result)).toMatch(/\d+ more reports of waivers left out: the engine accepts 4 MiB/);
  }));
