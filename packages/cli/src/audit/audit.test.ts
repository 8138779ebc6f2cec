import { describe, expect, jest, test } from "@jest/globals";
import type { AuditDocument } from "@lambda-vpc/reports";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitCodes } from "../command/exit-codes";
import { runWhole, withAccount } from "../testing/run-command";
import { cellOf, type SeededAccount, seededAccount } from "../testing/seeded-account";

// Each test reads an account over HTTP, which takes seconds on a machine that is busy.
jest.setTimeout(60_000);

const small = seededAccount({ functions: 12, sets: 4, versions: 2, interfaces: 60 });
const [firstSubnet] = small.subnets;
const subnet = firstSubnet?.id ?? "";

const audited = (content: object, faults: Parameters<typeof withAccount>[1], ...commandLine: readonly string[]) =>
  withAccount(content, faults, () => runWhole(["audit", ...commandLine]));

/**
 * The holders of each interface by the rule of AWS Support's finder, one interface at a time (docs/aws-facts.md#eni-matching): the subnet is in
 * the list of the version, and the sorted groups are equal.
 */
function bruteForce({ functions }: SeededAccount, interfaces: AuditDocument["regions"][number]["interfaces"]) {
  return interfaces.map(({ id, type, description, subnet: place, securityGroups }) => {
    if (type !== "lambda" && !description.startsWith("AWS Lambda VPC ENI-")) return [id, "other"];
    const holders = functions.flatMap((one) =>
      [
        ...one.versions.map((version, index) => ({ ...version, label: `${one.name}:${index + 1}` })),
        { ...one, label: `${one.name}:$LATEST` },
      ]
        .filter(
          ({ subnetIds, securityGroupIds }) =>
            subnetIds.includes(place) && cellOf(place, securityGroupIds) === cellOf(place, securityGroups),
        )
        .map(({ label }) => label),
    );
    return [id, holders.length === 0 ? (type === "lambda" ? "unexplained" : "orphan") : holders.sort()];
  });
}

function attributed({ regions }: AuditDocument) {
  return regions.flatMap(({ interfaces, combinations }) =>
    interfaces.map(({ id, state, combination }) => {
      const holders = combination === null ? [] : (combinations[combination]?.holders ?? []);
      const names = holders.flatMap((one) => one.versions.map((version) => `${one.function}:${version}`));
      return [id, state === "held" ? names.sort() : state];
    }),
  );
}

describe("300 functions with 3 versions over 40 sets and 409 interfaces", () => {
  const content = seededAccount({ functions: 300, sets: 40, versions: 3, interfaces: 409 });

  test("have the holders that a brute force finds", async () => {
    const { exitCode, stdout } = await audited(content, {}, "--format", "json", "--tag", "team");
    const document = JSON.parse(stdout) as AuditDocument;
    const [region] = document.regions;
    expect(region?.interfaces).toHaveLength(409);
    expect(region?.gaps).toEqual([]);
    expect(attributed(document)).toEqual(bruteForce(content, region?.interfaces ?? []));
    expect(new Set(region?.interfaces.map(({ state }) => state))).toEqual(new Set(["held", "orphan", "other"]));
    const shared = (region?.shares ?? []).reduce((sum, { combinations }) => sum + combinations, 0);
    expect(shared).toBeCloseTo(region?.combinations.length ?? 0);
    expect(exitCode).toBe(exitCodes.mistakes);
  });

  test("without a denied call are undecided, never orphans, and the call is named", async () => {
    const { exitCode, stdout } = await audited(content, { denied: ["lambda:ListFunctions"] }, "--format", "json");
    const { regions, unchecked } = JSON.parse(stdout) as AuditDocument;
    expect(exitCode).toBe(exitCodes.partial);
    expect(new Set(regions[0]?.interfaces.map(({ state }) => state))).toEqual(new Set(["undecided", "other"]));
    expect(regions[0]?.gaps).toMatchObject([{ part: "functions", call: "lambda:ListFunctions", reason: "denied" }]);
    expect(unchecked.map(({ policy }) => policy)).toContain("orphaned-interface");
    const text = await audited(content, { denied: ["lambda:ListFunctions"] });
    expect(text.stdout).toMatch(/Not everything could be read: lambda:ListFunctions denied\.\n.*There may be more/);
  });
});

describe("each call that is denied makes an audit partial and is named:", () => {
  test.each([
    ...["ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs"],
    ...["elasticfilesystem:DescribeFileSystems", "lambda:GetFunctionConfiguration", "lambda:ListAliases", "lambda:ListTags"],
    "servicequotas:GetServiceQuota",
  ])("%s", async (action) => {
    const { exitCode, stdout } = await audited(small, { denied: [action] }, "--tag", "team");
    expect(exitCode).toBe(exitCodes.partial);
    expect(stdout).toContain(`${action} denied`);
  });
});

test("a text lists what needs attention, and every interface on request", async () => {
  const few = await audited(small, {});
  expect(few.stdout.split("\n").length).toBeLessThan(90);
  const all = await audited(small, {}, "--all");
  expect(all.stdout.match(/^ {2}eni-/gm)?.length).toBeGreaterThanOrEqual(60);
});

test("calls that are throttled or cut for a moment change nothing", async () => {
  const whole = await audited(small, {}, "--format", "json");
  const document = JSON.parse((await audited(small, { throttleEvery: 6, cutEvery: 17 }, "--format", "json")).stdout) as AuditDocument;
  expect(document.regions[0]?.gaps).toEqual([]);
  expect(attributed(document)).toEqual(attributed(JSON.parse(whole.stdout) as AuditDocument));
});

describe("audit ID", () => {
  test("lists what must change before a subnet can be deleted, in order, and exits with 1", async () => {
    const { exitCode, stdout } = await audited(small, {}, subnet);
    expect(exitCode).toBe(exitCodes.mistakes);
    expect(stdout.match(/^\d\. \w+/gm)).toEqual(["1. Change", "2. Delete", "3. Wait", "4. Delete"]);
    expect(stdout).toContain(`aws ec2 delete-subnet --subnet-id ${subnet} --region us-east-1`);
  });

  test("exits with 0 if nothing holds a group, and with 81 if a denied call may hide what does", async () => {
    const content = { ...small, securityGroups: [...small.securityGroups, { id: "sg-0f", vpcId: firstSubnet?.vpcId, name: "unused" }] };
    expect(await audited(content, {}, "sg-0f")).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("nothing holds it") });
    const partial = await audited(content, { denied: ["elasticfilesystem:DescribeFileSystems"] }, "sg-0f");
    expect(partial).toMatchObject({ exitCode: exitCodes.partial, stdout: expect.stringContaining("undecided") });
    expect(partial.stdout).toContain("elasticfilesystem:DescribeFileSystems denied");
  });

  test("is read in each Region, and an id that none has is an error of each", async () => {
    const unknown = await audited(small, {}, "sg-0123", "--region", "us-east-1", "--region", "us-west-2");
    expect(unknown).toMatchObject({ exitCode: exitCodes.missing, stdout: "" });
    expect(unknown.stderr.trim().split("\n")).toEqual([
      expect.stringMatching(/^sg-0123 is not among the \d+ security groups of account 123456789012 in us-east-1\./),
      expect.stringMatching(/^sg-0123 is not among the \d+ security groups of account 123456789012 in us-west-2\./),
    ]);
    expect(await audited(small, {}, subnet, "--region", "us-west-2", "--region", "us-east-1")).toMatchObject({
      exitCode: exitCodes.mistakes,
    });
  });
});

test("--iam-policy prints the policy without credentials, with the tags on request", async () => {
  const none = { environment: { AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" } };
  const { exitCode, stdout } = await audited(small, none, "--iam-policy", "--tag", "team");
  expect({ exitCode, policy: JSON.parse(stdout) as unknown }).toMatchObject({
    exitCode: 0,
    policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: expect.arrayContaining(["lambda:ListTags"]) }] },
  });
});

test("--inventory writes what packs read, in addition to the audit", async () => {
  const folder = mkdtempSync(join(tmpdir(), "audit-"));
  try {
    const file = join(folder, "inventory.json");
    await audited(small, {}, "--inventory", file);
    const inventory = JSON.parse(readFileSync(file, "utf8")) as {
      takenAt: string;
      combinations: { subnetId: string; securityGroupIds: string[] }[];
    };
    expect(inventory.takenAt).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
    const held = small.functions.flatMap((one) =>
      [one, ...one.versions].flatMap((own) => own.subnetIds.map((at) => cellOf(at, own.securityGroupIds))),
    );
    expect(inventory.combinations.map((one) => cellOf(one.subnetId, one.securityGroupIds)).sort()).toEqual([...new Set(held)].sort());
    const counted = await runWhole(["plan", file, "--format", "json"]);
    expect(counted).toMatchObject({ exitCode: 0 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("--inventory writes the inventory of example 07", async () => {
  const example = join(__dirname, "../../../../examples/07-brownfield-adopted");
  const json = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, object>>;
  const folder = mkdtempSync(join(tmpdir(), "audit-"));
  try {
    const file = join(folder, "inventory.json");
    await audited(json(join(example, "network.json")), {}, "--inventory", file);
    const own = { takenAt: "", maximumAge: 0 };
    expect({ ...json(file), ...own }).toEqual({ ...json(join(example, "policies.json"))["inventory"], ...own });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe("an account that cannot be read fails with the reason and the fix:", () => {
  test.each([
    {
      what: "no credentials",
      faults: { environment: { AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" } },
      code: exitCodes.refused,
      says: /No credentials of AWS.*--profile/,
    },
    { what: "expired credentials", faults: { expired: true }, code: exitCodes.refused, says: /expired.*Renew/ },
    { what: "no Region", faults: { environment: { AWS_REGION: "" } }, code: exitCodes.usage, says: /No Region is set\. Pass --region/ },
  ])("$what", async ({ faults, code, says }) => {
    expect(await audited(small, faults)).toMatchObject({ exitCode: code, stdout: "", stderr: expect.stringMatching(says) });
  });

  test("one of two that cannot be read is named, and the other is audited", async () => {
    const { exitCode, stdout, stderr } = await audited(small, {}, "--region", "us-east-1", "--region", "af-south-1");
    expect(exitCode).toBe(exitCodes.partial);
    expect(stdout).toContain("123456789012 in us-east-1");
    expect(stderr).toMatch(/^Not read: af-south-1: AWS does not know these credentials in af-south-1/);
  });
});

test("what an audit writes is in the file of --output, in the named format", async () => {
  const folder = mkdtempSync(join(tmpdir(), "audit-"));
  try {
    const file = join(folder, "audit.html");
    expect(await audited(small, {}, "--format", "html", "--output", file)).toMatchObject({ stdout: "", stderr: "" });
    expect(readFileSync(file, "utf8")).toMatch(/^<!doctype html>[^]*lambda-vpc audit/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  { line: ["eni-1", "eni-2"], says: 'Unknown argument "eni-2"' },
  { line: ["vpc-1"], says: '"vpc-1" is not the id of an ENI' },
  { line: ["--format", "xml"], says: "Unknown format xml" },
  { line: ["--inventory", "x.json", "--region", "us-east-1", "--region", "us-east-2"], says: "An inventory is of one account and Region" },
])("$line is a mistake", async ({ line, says }) => {
  expect(await runWhole(["audit", ...line])).toMatchObject({ exitCode: exitCodes.usage, stderr: expect.stringContaining(says) });
});
