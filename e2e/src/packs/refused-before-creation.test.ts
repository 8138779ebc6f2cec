import { describe, expect, test } from "@jest/globals";
import type { ProcessResult } from "@lambda-vpc/engine";
import { join } from "node:path";
import { heldCombinations, holders } from "@lambda-vpc/test-stacks/account";
import { withPack, wholePack } from "@lambda-vpc/test-stacks/packs";
import { fixtures, type Program, printed, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/* Updates without a preview, as the Automation API, operators and `--skip-preview` run them. */

function update(stack: Program, configuration?: object): Promise<ProcessResult> {
  return stack.pulumi("up --yes --skip-preview", ...withPack(stack, configuration, wholePack));
}

/** The policies that refuse functions, with the functions. */
function refusals(result: ProcessResult): readonly string[] {
  const lines = printed(result).matchAll(/^\s+- \[mandatory\].* (?<policy>[\w-]+) {2}\(aws:lambda:Function: (?<name>[\w-]+)\)/gm);
  return [...lines].map(({ groups }) => `${groups?.["policy"]} refuses ${groups?.["name"]}`);
}

/** What must be empty of a run that succeeds. */
function failure(result: ProcessResult): string {
  return result.exitCode === 0 ? "" : printed(result);
}

describe("of twelve functions with a group each,", () => {
  /** The program with one group for all functions: what the refusal advises. */
  const sharing = (source: string): string => {
    const egress = 'egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }]';
    const shared = `const shared = new aws.ec2.SecurityGroup("shared", { vpcId: vpc.id, ${egress} }, { dependsOn: permissions });`;
    return source
      .replace("for (const name of names)", `${shared}\n$&`)
      .replace("securityGroupIds: [group.id]", "securityGroupIds: [shared.id]");
  };

  test("five are created, the sixth is refused with the way out, and the update succeeds once the program follows it", () =>
    withWorkspace(async ({ engine, program }) => {
      const stack = await program("01-a-group-per-function");
      const first = await update(stack);
      expect(first.exitCode).not.toBe(0);
      expect(refusals(first)).toEqual([expect.stringMatching(/^share-security-groups refuses \w+$/)]);
      expect(printed(first)).toMatch(
        /\w+ is refused: 6 security-group sets .*\n\s+why: .*\n\s+fix: Let functions .* use one set, until 5 sets remain/,
      );
      expect(await heldCombinations(engine)).toBe(15);

      stack.edit(sharing);
      expect(failure(await update(stack))).toBe("");
      expect(await holders(engine)).toHaveLength(12);
    }));

  test("as many are created as the budget of the stack allows", () =>
    withWorkspace(async ({ engine, program }) => {
      const stack = await program("01-a-group-per-function");
      const budget = (maxPerStack: number): object => ({ all: "disabled", "eni-budget": { enforcementLevel: "mandatory", maxPerStack } });
      const first = await update(stack, budget(10));
      expect(refusals(first)).toEqual([expect.stringMatching(/^eni-budget refuses \w+$/)]);
      expect(await heldCombinations(engine)).toBe(9);
      expect(failure(await update(stack, budget(36)))).toBe("");
      expect(await heldCombinations(engine)).toBe(36);
    }));
});

test("a function that uses no approved configuration is refused before its creation, and created once it does", () =>
  withWorkspace(async ({ engine, program }) => {
    await engine.simulatedAws(["seed", join(fixtures, "network.json")]);
    const configurations = [{ name: "shared", subnetIds: ["subnet-0a", "subnet-0b"], securityGroupIds: ["sg-0a"] }];
    const configuration = { all: "disabled", "approved-vpc-configs": { enforcementLevel: "mandatory", configurations } };
    const stack = await program("01-a-group-per-function", () => approved("own.id"));
    const first = await update(stack, configuration);
    expect(refusals(first)).toEqual(["approved-vpc-configs refuses reports"]);
    expect(printed(first)).toMatch(/Refused: reports uses no approved VPC configuration\. Nearest: shared/);
    expect(await holders(engine)).toHaveLength(1);
    stack.edit(() => approved('"sg-0a"'));
    expect(failure(await update(stack, configuration))).toBe("");
    expect(await holders(engine)).toHaveLength(2);
  }));

/** `orders` uses the approved configuration, and `reports` the same subnets with the group `group`. */
function approved(group: string): string {
  return `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const role = new aws.iam.Role("role", { assumeRolePolicy: "{}", managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole] });
const own = new aws.ec2.SecurityGroup("own", { vpcId: "vpc-0a" });
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = 1;") });
const lambda = (name: string, group: pulumi.Input<string>, dependsOn: pulumi.Resource[] = []) => {
  const vpcConfig = { subnetIds: ["subnet-0b", "subnet-0a"], securityGroupIds: [group] };
  return new aws.lambda.Function(name, { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig }, { dependsOn });
};
lambda("reports", ${group}, [lambda("orders", "sg-0a")]);
`;
}
