import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runCommandLine } from "../command-line";
import { exitCodes } from "../command/exit-codes";

const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;
const resource = (type: string, name: string, inputs: object) => ({
  ...{
    urn: urn(type, name),
    type,
    custom: true,
    id: name,
    provider: `${urn("pulumi:providers:aws", "default")}::id`,
    inputs,
    outputs: { id: name, ...inputs },
  },
});
const lambda = (name: string, group: string) =>
  resource("aws:lambda/function:Function", name, { vpcConfig: { subnetIds: ["subnet-1", "subnet-2"], securityGroupIds: [group] } });
const resources = [
  ...["subnet-1", "subnet-2"].map((name, index) =>
    resource("aws:ec2/subnet:Subnet", name, { vpcId: "vpc-1", cidrBlock: `10.0.${index}.0/24` }),
  ),
  ...["a", "b", "c"].map((name) => lambda(name, `sg-${name}`)),
];
const state = { version: 3, deployment: { resources } };
/** Of the settled stack: a first preview does not know the ids. */
const preview = {
  steps: resources.map((newState) => ({ op: "same", urn: newState.urn, oldState: newState, newState })),
  changeSummary: { same: resources.length },
};
const inventory = {
  subnets: [{ id: "subnet-1", vpcId: "vpc-1" }],
  combinations: [
    { subnetId: "subnet-1", securityGroupIds: ["sg-1"] },
    { subnetId: "subnet-1", securityGroupIds: ["sg-2"] },
  ],
};

/** A pack with one mandatory policy: at most two security-group sets. */
const pack = `
const { definePolicy, byHand } = require(${JSON.stringify(resolve(__dirname, "../../../policy-kit/dist/index.js"))});
const subject = ${JSON.stringify(urn("aws:lambda/function:Function", "a"))};
const fewSets = definePolicy({ id: "few-sets", title: "Few sets.", severity: "high", level: "mandatory", config: {},
  check: ({ plan }) => plan.combinations.min > 4
    ? [{ verdict: "violation", subject, what: plan.combinations.min + " combinations", why: "They cost ENIs.", fix: byHand("share sets", "people decide"), basis: "known" }] : [] });
exports.pack = { name: "pack", description: "d", policies: [fewSets] };`;

let directory: string;
const write = (file: string, content: unknown): void =>
  writeFileSync(join(directory, file), typeof content === "string" ? content : JSON.stringify(content));
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "assess-"));
  mkdirSync(join(directory, "pack"));
  write("pack/package.json", { name: "pack", exports: "./index.js" });
  write("pack/index.js", pack);
  symlinkSync(resolve(__dirname, "../../../../node_modules"), join(directory, "node_modules"));
  for (const [file, content] of Object.entries({ "state.json": state, "preview.json": preview, "inventory.json": inventory }))
    write(file, content);
});
afterEach(() => rmSync(directory, { recursive: true }));

const asked: string[][] = [];
function run(...commandLine: readonly string[]) {
  const pulumiOutput = (line: readonly string[], folder: string) => {
    asked.push([folder, ...line]);
    return { exitCode: 0, stdout: JSON.stringify(preview) };
  };
  const input = () => JSON.stringify(state);
  return runCommandLine(commandLine, { directory, today: "2026-11-24", input, pulumi: () => 0, pulumiOutput });
}

describe("plan", () => {
  test("prints the same of a preview, of a state, of the standard input and of a program", () => {
    const plans = [["preview.json"], ["state.json"], ["-"], ["--program", "app", "--", "--stack", "dev"]].map((one) => run("plan", ...one));
    expect(plans[0]).toMatchObject({ exitCode: 0, stderr: "", stdout: expect.stringContaining("3 functions in VPCs: 6 combinations.") });
    expect(new Set(plans.map(({ stdout }) => stdout)).size).toBe(1);
    expect(asked.at(-1)).toEqual([join(directory, "app"), "preview", "--json", "--show-sames", "--stack", "dev"]);
  });

  test("counts what an account holds of an inventory", () => {
    expect(run("plan", "inventory.json").stdout).toContain("2 held already, 0 new");
  });

  test("writes JSON to a file, with the numbers of the text", () => {
    expect(run("plan", "state.json", "--format", "json", "--output", "out.json")).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    expect(JSON.parse(readFileSync(join(directory, "out.json"), "utf8"))).toMatchObject({ plan: { combinations: { min: 6, max: 6 } } });
  });
});

describe("check", () => {
  test("fails with the finding of a mandatory policy, as a preview prints it", () => {
    const { exitCode, stdout } = run("check", "state.json", "--pack", "pack");
    expect(exitCode).toBe(exitCodes.mistakes);
    expect(stdout).toContain("mandatory: few-sets (high)\n  6 combinations\n  why: They cost ENIs.\n  fix: Share sets.");
    expect(stdout).toContain("1 finding (1 mandatory, 0 advisory)");
  });

  test.each(["json", "markdown", "junit", "sarif", "html"])("prints %s of a preview", (format) => {
    expect(run("check", "preview.json", "--pack", "pack", "--format", format)).toMatchObject({
      exitCode: exitCodes.mistakes,
      stdout: expect.stringContaining("6 combinations"),
    });
  });

  test("succeeds if the configuration disables the policy, and fails with its own code if the policy is configured wrongly", () => {
    write("off.json", { "few-sets": "disabled" });
    write("wrong.json", { "few-sets": { most: 3 } });
    expect(run("check", "state.json", "--pack", "pack", "--config", "off.json").exitCode).toBe(0);
    expect(run("check", "state.json", "--pack", "pack", "--config", "wrong.json").exitCode).toBe(exitCodes.misconfigured);
  });
});

describe("refused with what is wrong, the way out and an exit code:", () => {
  test.each<{ sentence: string; content: unknown; exitCode: number; says: string }>([
    { sentence: "an empty file", content: " \n", exitCode: exitCodes.unreadable, says: "is empty" },
    { sentence: "a foreign text", content: "all: advisory", exitCode: exitCodes.unreadable, says: "is no JSON document" },
    { sentence: "a foreign document", content: { name: "shop" }, exitCode: exitCodes.unreadable, says: "is another document" },
    { sentence: "an event stream", content: '{"sequence":1,"timestamp":2}\n', exitCode: exitCodes.unreadable, says: "is an event stream" },
    { sentence: "half of a state", content: JSON.stringify(state).slice(0, 400), exitCode: exitCodes.truncated, says: "stops before" },
    { sentence: "half of a preview", content: JSON.stringify(preview).slice(0, 400), exitCode: exitCodes.truncated, says: "stops before" },
    { sentence: "a state of another version", content: { ...state, version: 9 }, exitCode: exitCodes.unsupported, says: "version 9" },
    { sentence: "a preview that failed half way", content: { steps: [] }, exitCode: exitCodes.unfinished, says: "did not complete" },
    {
      sentence: "a preview without unchanged resources",
      content: { steps: [], changeSummary: { same: 3 } },
      exitCode: exitCodes.unreadable,
      says: "--show-sames",
    },
  ])("$sentence", ({ content, exitCode, says }) => {
    write("file", content);
    expect(run("plan", "file")).toMatchObject({ exitCode, stdout: "", stderr: expect.stringContaining(says) });
  });

  test.each([
    { commandLine: ["plan"], exitCode: exitCodes.usage, says: "FILE is missing" },
    { commandLine: ["plan", "a", "b"], exitCode: exitCodes.usage, says: 'Unknown argument "b"' },
    { commandLine: ["plan", "a", "--program", "."], exitCode: exitCodes.usage, says: "both given" },
    { commandLine: ["plan", "a", "--", "--stack", "dev"], exitCode: exitCodes.usage, says: "--program" },
    { commandLine: ["plan", "state.json", "--format", "sarif"], exitCode: exitCodes.usage, says: "Unknown format sarif" },
    { commandLine: ["check", "state.json", "--pack", "none"], exitCode: exitCodes.noPack, says: "none" },
    { commandLine: ["check", "inventory.json", "--pack", "pack"], exitCode: exitCodes.unreadable, says: "names no functions" },
  ])("$commandLine", ({ commandLine, exitCode, says }) => {
    expect(run(...commandLine)).toMatchObject({ exitCode, stdout: "", stderr: expect.stringContaining(says) });
  });
});
