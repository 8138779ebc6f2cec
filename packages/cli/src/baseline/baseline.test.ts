import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Written } from "../command/outcome";
import { runCommandLine } from "../command-line";
import { exitCodes } from "../command/exit-codes";
import { eventStream, functionNamed } from "../testing/event-stream";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "baseline-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

const file = (name: string, text: string): void => writeFileSync(join(directory, name), text);
const read = (name: string): unknown => JSON.parse(readFileSync(join(directory, name), "utf8"));
const run = (flags: readonly string[], input = "", options: { readonly longestText?: number } = {}): Written =>
  runCommandLine(["baseline", ...flags], { directory, today: "2026-11-24", input: () => input, pulumi: () => 0, ...options });

const terms = ["--reason", "adopted as it was", "--expires", "2026-11-24"];
const waiver = {
  ...{ policy: "share-security-groups", subject: functionNamed("orders"), stacks: ["shop/dev"], verdict: "violation", found: 12 },
  ...{ reason: "adopted as it was", expires: "2026-11-24" },
};

describe("a baseline", () => {
  test("goes to the standard output where no file is named, and its count does not", () => {
    const { stdout, stderr, exitCode } = run(["--events", "-", ...terms], eventStream({}));
    expect(JSON.parse(stdout)).toEqual({ waivers: { enforcementLevel: "advisory", entries: [waiver] } });
    expect(stderr).toBe("Waived for shop/dev until 2026-11-24: 1 new, 0 renewed.\n");
    expect(exitCode).toBe(0);
  });

  test("is added to a configuration in its own file", () => {
    file("events", eventStream({}, { about: "users", level: "advisory" }));
    file("policies.json", '{ "all": "mandatory" }');
    const { stdout, exitCode } = run(["--events", "events", ...terms, "--config", "policies.json", "--out", "policies.json"]);
    expect(read("policies.json")).toMatchObject({ all: "mandatory", waivers: { entries: [{}, { subject: functionNamed("users") }] } });
    expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 0 });
    expect(readdirSync(directory).sort()).toEqual(["events", "policies.json"]);
  });

  test("leaves advisory findings where only mandatory ones are asked for, and says how many", () => {
    const stream = eventStream({}, { about: "users", level: "advisory" });
    const { stdout, stderr } = run(["--events", "-", ...terms, "--mandatory-only"], stream);
    expect(JSON.parse(stdout)).toEqual({ waivers: { enforcementLevel: "advisory", entries: [waiver] } });
    expect(stderr).toContain("1 new, 0 renewed. Not waived, because advisory: 1.");
  });
});

describe("a baseline says for which stacks it is:", () => {
  test.each([
    { stacks: ["dev-*"], expected: ["shop/dev-*"] },
    { stacks: ["dev", "prod"], expected: ["shop/dev", "shop/prod"] },
    { stacks: ["other/dev"], expected: ["other/dev"] },
  ])("$stacks", ({ stacks, expected }) => {
    const { stdout, stderr } = run(["--events", "-", ...terms, ...stacks.flatMap((stack) => ["--stack", stack])], eventStream({}));
    expect(JSON.parse(stdout)).toMatchObject({ waivers: { entries: [{ stacks: expected }] } });
    expect(stderr).toContain(`Waived for ${expected.join(", ")} until`);
  });
});

const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;

/** The export of a stack with two functions in one VPC. */
const state = JSON.stringify({
  version: 3,
  deployment: {
    resources: ["orders", "users"].map((name) => ({
      ...{ urn: urn("aws:lambda/function:Function", name), type: "aws:lambda/function:Function", custom: true, id: name },
      inputs: { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } },
      outputs: { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"], vpcId: "vpc-1" } },
    })),
  },
});

/** A pack that finds each function, and that `max` of them are too many. */
const pack = `
  const { definePolicy, integer } = require("@lambda-vpc/policy-kit");
  const config = { max: integer({ description: "Functions.", default: 5, minimum: 1 }) };
  const check = ({ network, config: { max } }) =>
    network.attachments.length <= max ? [] : [{
      verdict: "violation", subject: network.attachments[0].consumer, about: ["vpc-1"], what: "are too many.", why: "w", fix: "f", basis: "known",
      measure: { count: { min: 2, likely: 2, max: 2, basis: "known" }, noun: "function", atMost: max, members: [{ name: "orders" }, { name: "users" }] },
    }];
  const common = { title: "T.", severity: "low", check };
  exports.mine = {
    name: "mine",
    description: "Ours.",
    policies: [
      definePolicy({ ...common, id: "few-functions", level: "mandatory", config }),
      definePolicy({ ...common, id: "chosen", level: "disabled", config: {} }),
    ],
  };
`;

describe("a baseline of a state", () => {
  beforeEach(() => {
    mkdirSync(join(directory, "pack"));
    file("pack/package.json", JSON.stringify({ name: "mine", exports: "./index.js" }));
    file("pack/index.js", pack);
    file("state.json", state);
  });

  test("is what the pack finds in it, under its configuration", () => {
    file("policies.json", JSON.stringify({ all: "advisory", "few-functions": { max: 1 } }));
    const { stdout, stderr } = run(["--state", "state.json", "--pack", "pack", "--config", "policies.json", ...terms]);
    const entry = { policy: "few-functions", subject: "vpc-1", stacks: ["shop/dev"], verdict: "violation", found: 2, limit: 1 };
    expect(JSON.parse(stdout)).toMatchObject({ waivers: { entries: [{ ...entry, members: ["orders", "users"] }] } });
    expect(stderr).toContain("1 new");
  });

  test.each(["state.json", "pack/package.json", "policies.json"])("is the same of a file that is longer than a text can be: %s", (name) => {
    file("policies.json", JSON.stringify({ "few-functions": { max: 1 } }));
    const flags = ["--state", name, "--pack", "pack", "--config", "policies.json", ...terms];
    const short = run(flags);
    expect(short.exitCode).toBe(name === "state.json" ? 0 : exitCodes.unreadable);
    expect(run(flags, "", { longestText: 30 })).toEqual(short);
  });

  test.each([
    { sentence: "findings that are within a limit", configuration: {} },
    { sentence: "a policy that is disabled", configuration: { "few-functions": { enforcementLevel: "disabled", max: 1 } } },
    { sentence: "everything disabled", configuration: { all: "disabled", "few-functions": { max: 1 } } },
  ])("has no waiver for $sentence", ({ configuration }) => {
    file("policies.json", JSON.stringify(configuration));
    expect(run(["--state", "state.json", "--pack", "pack", "--config", "policies.json", ...terms]).stderr).toBe(
      "Waived until 2026-11-24: 0 new, 0 renewed.\n",
    );
  });

  test.each([
    { sentence: "a state that is none", flags: ["--state", "pack/package.json", "--pack", "pack"], exitCode: 65, says: "is not the state" },
    { sentence: "no pack", flags: ["--state", "state.json"], exitCode: 64, says: "--pack is missing" },
    { sentence: "a pack that is not there", flags: ["--state", "state.json", "--pack", "gone"], exitCode: exitCodes.noPack, says: "gone" },
    { sentence: "events too", flags: ["--state", "a", "--pack", "pack", "--events", "b"], exitCode: 64, says: "Specify one of them" },
    { sentence: "a pack for events", flags: ["--events", "b", "--pack", "pack"], exitCode: 64, says: "--pack is for --state" },
    { sentence: "a stack that no stack can be", flags: ["--state", "a", "--pack", "p", "--stack", "a b"], exitCode: 64, says: '"a b"' },
  ])("is refused with the way out: $sentence", ({ flags, exitCode, says }) => {
    expect(run([...flags, ...terms])).toMatchObject({ exitCode, stdout: "", stderr: expect.stringContaining(says) });
  });

  test("is refused under a wrong configuration", () => {
    file("policies.json", JSON.stringify({ "few-functions": { maxx: 1 } }));
    expect(run(["--state", "state.json", "--pack", "pack", "--config", "policies.json", ...terms])).toMatchObject({
      exitCode: exitCodes.misconfigured,
      stderr: expect.stringContaining("few-functions checked nothing"),
    });
  });
});

const stream = ["--events", "events"];
const refused: readonly {
  readonly sentence: string;
  readonly flags: readonly string[];
  readonly exitCode: number;
  readonly says: string;
}[] = [
  { sentence: "no events", flags: terms, exitCode: exitCodes.usage, says: "--events is missing" },
  { sentence: "no reason", flags: [...stream, "--expires", "2027-01-01"], exitCode: exitCodes.usage, says: "--reason is missing" },
  {
    sentence: "an empty reason",
    flags: [...stream, "--reason", " ", "--expires", "2027-01-01"],
    exitCode: 64,
    says: "--reason is missing",
  },
  { sentence: "no day", flags: [...stream, "--reason", "r"], exitCode: exitCodes.usage, says: "--expires is missing" },
  {
    sentence: "a day that no calendar has",
    flags: [...stream, "--reason", "r", "--expires", "2027-02-30"],
    exitCode: exitCodes.usage,
    says: '"2027-02-30". Specify a calendar day as YYYY-MM-DD',
  },
  {
    sentence: "a day past",
    flags: [...stream, "--reason", "r", "--expires", "2026-11-23"],
    exitCode: 64,
    says: "so the waivers would not apply",
  },
  { sentence: "a flag it does not know", flags: [...stream, ...terms, "--force"], exitCode: exitCodes.usage, says: "--force" },
  { sentence: "a word without a flag", flags: [...stream, ...terms, "more"], exitCode: exitCodes.usage, says: '"more"' },
  { sentence: "events that are not there", flags: ["--events", "gone", ...terms], exitCode: exitCodes.missing, says: "gone was not found" },
  { sentence: "a folder for events", flags: ["--events", ".", ...terms], exitCode: exitCodes.unreadable, says: "is a folder" },
  {
    sentence: "a configuration that is not there",
    flags: [...stream, ...terms, "--config", "gone"],
    exitCode: exitCodes.missing,
    says: "gone was not found",
  },
  {
    sentence: "a configuration that is not JSON",
    flags: [...stream, ...terms, "--config", "broken.json"],
    exitCode: exitCodes.unreadable,
    says: "broken.json is not JSON",
  },
  {
    sentence: "a preview under a wrong configuration",
    flags: ["--events", "misconfigured", ...terms],
    exitCode: exitCodes.misconfigured,
    says: "check-config",
  },
];

describe("refused with an exit code of its own, and nothing is written", () => {
  test.each(refused)("$sentence", ({ flags, exitCode, says }) => {
    file("events", eventStream({}));
    file("misconfigured", eventStream({}, { message: 'Configuration of eni-budget: Unknown key "maxPerVPC".' }));
    file("broken.json", '{ "all": ');
    file("out.json", "{}");
    const outcome = run([...flags, "--out", "out.json"]);
    expect(outcome).toMatchObject({ exitCode, stdout: "", stderr: expect.stringContaining(says) });
    expect(read("out.json")).toEqual({});
  });

  test("a standard input that cannot be read", () => {
    const input = (): string => {
      throw Object.assign(new Error("no input"), { code: "EAGAIN" });
    };
    const outcome = runCommandLine(["baseline", "--events", "-", ...terms], { directory, today: "2026-11-24", input, pulumi: () => 0 });
    expect(outcome).toMatchObject({ exitCode: exitCodes.unreadable, stderr: expect.stringContaining("The standard input") });
  });

  test("a file in a folder that is not there", () => {
    const outcome = run(["--events", "-", ...terms, "--out", "gone/out.json"], eventStream({}));
    expect(outcome).toMatchObject({ exitCode: exitCodes.unwritable, stderr: expect.stringContaining("gone/out.json") });
  });
});
