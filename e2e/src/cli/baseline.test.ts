import { expect, test } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { consolidationPack } from "@lambda-vpc/test-stacks/packs";
import { lambdaVpc } from "./lambda-vpc-command";
import { type Program, withWorkspace, type Workspace } from "@lambda-vpc/test-stacks/workspace";

/**
 * A stack as a team has it when the pack is switched on, in a VPC of another stack: 200 functions with 119 security-group sets. 59 pairs of
 * functions have a group each that lets out the same as its twin's; 82 functions share one group.
 */
const twoHundredFunctions = `
import * as aws from "@pulumi/aws";

const repaired: readonly number[] = [];
const added: readonly string[] = [];

function group(name: string, cidr: string) {
  const egress = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: [cidr] }];
  return new aws.ec2.SecurityGroup(name, { vpcId: "vpc-0c0ffee0000000001", egress }).id;
}

function use(name: string, id: aws.ec2.SecurityGroup["id"] | string): void {
  new aws.lambda.Function(name, {
    role: "arn:aws:iam::111122223333:role/functions",
    runtime: "nodejs22.x",
    handler: "index.handler",
    s3Bucket: "code",
    s3Key: "functions.zip",
    vpcConfig: { subnetIds: ["subnet-0a0000000000000a1", "subnet-0b0000000000000b2"], securityGroupIds: [id] },
  });
}

for (let pair = 0; pair < 59; pair++) {
  const first = group("first-" + pair, "10." + pair + ".0.0/16");
  use("first-" + pair, first);
  use("second-" + pair, repaired.includes(pair) ? first : group("second-" + pair, "10." + pair + ".0.0/16"));
}
for (let index = 0; index < 82; index++) use("sharing-" + index, "sg-0c0ffee0000000001");
for (const name of added) use(name, group(name, "10.200.0.0/16"));
`;

/** A preview of that stack takes 8 seconds on two free cores; on busy ones ten times as long was seen. Seconds. */
const PREVIEW_TIMEOUT = 300;

/** What the policies report in one preview, and how it ends. */
interface Previewed {
  readonly exitCode: number;
  readonly events: string;
  readonly said: readonly { readonly policyName: string; readonly message: string }[];
}

async function preview({ engine }: Workspace, { folder }: Program): Promise<Previewed> {
  const configuration = ["--policy-pack", consolidationPack, "--policy-pack-config", join(folder, "policies.json")];
  const { exitCode, stdout } = await engine.pulumi(["-C", folder, "--non-interactive", "preview", "--json", ...configuration], {
    environment: { PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "1" },
    timeoutSeconds: PREVIEW_TIMEOUT,
  });
  const said = stdout
    .split("\n")
    .filter((line) => line.includes('"policyEvent"'))
    .map((line) => (JSON.parse(line) as { policyEvent: Previewed["said"][number] }).policyEvent);
  return { exitCode, events: stdout, said };
}

test(
  "200 functions with 60 findings: a baseline makes them green, one bad function more is told alone, one mended is told",
  () =>
    withWorkspace(async (workspace) => {
      const stack = await workspace.program("02-one-shared-configuration", () => twoHundredFunctions);
      const file = join(stack.folder, "policies.json");
      writeFileSync(file, '{ "all": "mandatory" }');

      const before = await preview(workspace, stack);
      expect(before.said).toHaveLength(60);
      expect(before.exitCode).not.toBe(0);

      writeFileSync(join(stack.folder, "events"), before.events);
      const terms = ["--reason", "adopted as it was", "--expires", "2999-12-31"];
      const made = lambdaVpc(stack.folder, "baseline", "--events", "events", "--config", file, "--out", file, ...terms);
      expect(made).toMatchObject({
        exitCode: 0,
        stderr: expect.stringMatching(/^Waived for [\w-]+\/\w+ until 2999-12-31: 60 new, 0 renewed\.\n$/),
      });
      expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ all: "mandatory" });

      const green = await preview(workspace, stack);
      expect(green.said).toEqual([]);
      expect(green.exitCode).toBe(0);

      stack.edit((source) => source.replace("added: readonly string[] = []", 'added: readonly string[] = ["one-more"]'));
      const grown = await preview(workspace, stack);
      expect(grown.said.filter(({ policyName }) => policyName !== "waivers")).toMatchObject([
        {
          policyName: "share-security-groups",
          message: expect.stringMatching(/\b120 security-group sets .*\(waived up to 119; new: one-more\)/),
        },
      ]);
      expect(grown.exitCode).not.toBe(0);

      stack.edit((source) =>
        source.replace('["one-more"]', "[]").replace("repaired: readonly number[] = []", "repaired: readonly number[] = [7]"),
      );
      const mended = await preview(workspace, stack);
      expect(mended.exitCode).toBe(0);
      expect(mended.said.map(({ policyName }) => policyName)).toEqual(["waivers", "waivers"]);
      expect(mended.said.map(({ message }) => message).join("\n")).toMatch(
        /merge-equivalent-security-groups for first-7 and 1 more .*matches no finding[^]*allows 119, found 118/,
      );
    }),
  4 * PREVIEW_TIMEOUT * 1000,
);
