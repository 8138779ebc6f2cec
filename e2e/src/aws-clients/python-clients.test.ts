import { describe, expect, test } from "@jest/globals";
import { succeeds } from "@lambda-vpc/test-stacks/stack-commands";
import { ACTIONS } from "@lambda-vpc/simulated-aws/testing";
import { repositoryRoot, withWorkspace } from "@lambda-vpc/test-stacks/workspace";
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { programs, pythonEnvironment } from "./python-environment";
import { withServedProcess } from "./served-process";

const environment = pythonEnvironment();
if (environment === undefined)
  process.stderr.write("SKIPPED: AWS_CLIENTS=install reads the served account with boto3 and the AWS CLI, nightly.\n");

/** Runs Python, or the AWS CLI through it: the scripts of an environment name the folder in which it was created. */
async function python(...commandLine: readonly string[]): Promise<unknown> {
  const credentials = { AWS_ACCESS_KEY_ID: "AKIASIMULATED", AWS_SECRET_ACCESS_KEY: "simulated", AWS_DEFAULT_REGION: "us-east-1" };
  const { stdout } = await promisify(execFile)(join(environment ?? "", "python"), ["-B", ...commandLine], {
    env: { PATH: process.env["PATH"], HOME: "/nonexistent", AWS_EC2_METADATA_DISABLED: "true", ...credentials },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 120_000,
  });
  return JSON.parse(stdout);
}

/** Runs the AWS CLI. */
function aws(url: string, ...commandLine: readonly string[]): Promise<unknown> {
  return python(join(environment ?? "", "aws"), "--endpoint-url", url, "--output", "json", ...commandLine);
}

interface Interface {
  readonly id: string;
  readonly subnet: string;
  readonly groups: readonly string[];
  readonly type: string;
}

interface Answers {
  readonly problems: readonly string[];
  readonly calls: readonly string[];
  readonly interfaces: readonly Interface[];
}

interface Comparison {
  readonly compared: readonly string[];
  readonly types: readonly string[];
  readonly "only in moto": readonly string[];
}

/** Members that moto answers and AWS does not, or that the account has no value for. */
const NOT_ANSWERED: readonly (readonly [member: RegExp, why: string])[] = [
  [/^lambda:List\w+ \w+\[\]\.(State|LastUpdateStatus)$/, "AWS's lists leave out the state (docs/aws-facts.md#function-listing)."],
  [/^lambda:(GetFunction|ListTags) Tags\./, "The names of tags are those of the functions."],
  [/PrefixLists\[\]\.State$|Entries\[\]\.Description$/, "The lists are of AWS, and do not change."],
  [/SizeInBytes\.Timestamp$/, "The account has no clock."],
  [/^organizations:ListAccounts Accounts\[\]\.Status$/, "Organizations retired it (docs/aws-facts.md#organization-accounts)."],
  [/^s3:\w+ (Contents\[\]\.)?Checksum/, "Who writes an object chooses whether it has one."],
  [/^sts:AssumeRole PackedPolicySize$/, "No policy is passed."],
];

(environment === undefined ? describe.skip : describe)("clients in Python read what a program deployed", () => {
  test("with valid answers, the same interfaces, and the shapes of moto", () =>
    withWorkspace(async ({ engine, folder, hosted }) => {
      const program = readFileSync(join(repositoryRoot, "e2e/fixtures/served-account/index.ts"), "utf8");
      const stack = await hosted("02-one-shared-configuration", () => program);
      await succeeds(stack, "up --yes --skip-preview");
      const enis = JSON.parse((await engine.simulatedAws(["enis", "--json"])).stdout) as readonly {
        readonly id: string;
        readonly subnet: string;
        readonly securityGroups: readonly string[];
        readonly interfaceType: string;
      }[];
      const expected = enis.map(({ id, subnet, securityGroups, interfaceType }) => ({
        id,
        subnet,
        groups: securityGroups,
        type: interfaceType,
      }));
      const bucket = join(folder, "bucket");
      mkdirSync(bucket);
      writeFileSync(join(bucket, "a state & more.json"), "{}");
      await withServedProcess(join(folder, "state/account.jsonl"), ["--bucket", `states=${bucket}`], async (url) => {
        const answers = (await python(join(programs, "check_answers.py"), url)) as Answers;
        expect(answers.problems).toEqual([]);
        expect(answers.calls).toEqual(ACTIONS.toSorted());
        expect(answers.interfaces.toSorted(byId)).toEqual(expected.toSorted(byId));
        expect(expected.map(({ type }) => type).sort()).toEqual([
          ...Array<string>(3).fill("interface"),
          ...Array<string>(4).fill("lambda"),
          ...Array<string>(2).fill("vpc_endpoint"),
        ]);

        // The command by which AWS's knowledge center counts the interfaces of a VPC.
        const filter = [
          "--filters",
          "Name=status,Values=in-use",
          "--query",
          "NetworkInterfaces[?InterfaceType==`lambda`].NetworkInterfaceId",
        ];
        const counted = await aws(url, "ec2", "describe-network-interfaces", "--page-size", "5", ...filter);
        expect(counted).toEqual(expect.arrayContaining(expected.filter(({ type }) => type === "lambda").map(({ id }) => id)));
        const versions = await aws(url, "lambda", "list-functions", "--function-version", "ALL", "--query", "Functions[].Version");
        expect(versions).toEqual(["$LATEST", "1", "$LATEST", "$LATEST"]);

        const objects = await aws(url, "s3api", "list-objects-v2", "--bucket", "states", "--query", "Contents[].Key");
        expect(objects).toEqual(["a state & more.json"]);

        const comparison = (await python(join(programs, "compare_with_moto.py"), url)) as Comparison;
        expect(comparison.compared.length).toBeGreaterThanOrEqual(20);
        expect(comparison.types).toEqual([]);
        expect(comparison["only in moto"].filter((member) => !NOT_ANSWERED.some(([known]) => known.test(member)))).toEqual([]);
      });
    }));
});

function byId(one: Interface, other: Interface): number {
  return one.id < other.id ? -1 : 1;
}
