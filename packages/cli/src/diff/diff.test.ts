import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runCommandLine } from "../command-line";
import { exitCodes } from "../command/exit-codes";

const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;
const resource = (type: string, name: string, inputs: object, id = name) => ({
  ...{ urn: urn(type, name), type, custom: true, id, provider: `${urn("pulumi:providers:aws", "default")}::id`, inputs },
  outputs: { id, ...inputs },
});
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const lambda = (name: string, group: string, subnets = ["subnet-1", "subnet-2"]) =>
  resource("aws:lambda/function:Function", name, { vpcConfig: { subnetIds: subnets, securityGroupIds: [group] } });
const subnets = ["subnet-1", "subnet-2"].map((name, index) =>
  resource("aws:ec2/subnet:Subnet", name, { vpcId: "vpc-1", cidrBlock: `10.0.${index}.0/28` }),
);
const own = ["a", "b"].map((name) => lambda(name, `sg-${name}`));
const shared = ["a", "b"].map((name) => lambda(name, "sg-shared"));

const stateOf = (functions: readonly object[]) => ({ version: 3, deployment: { resources: [...subnets, ...functions] } });
/** Both functions move to one group in one update. */
const move = {
  steps: [
    ...subnets.map((state) => ({ op: "same", urn: state.urn, oldState: state, newState: state })),
    ...shared.map((newState, index) => ({ op: "update", urn: newState.urn, oldState: own[index], newState })),
  ],
  changeSummary: { same: 2, update: 2 },
};
/** The same group under the same URN, replaced. */
const group = (id: string) => resource(GROUP, "web", { vpcId: "vpc-1" }, id);
const replaced = {
  steps: [
    ...subnets.map((state) => ({ op: "same", urn: state.urn, oldState: state, newState: state })),
    { op: "replace", urn: group("sg-1").urn, oldState: group("sg-1"), newState: { ...group(""), id: undefined, outputs: {} } },
    { op: "delete-replaced", urn: group("sg-1").urn, oldState: group("sg-1") },
    {
      op: "update",
      urn: lambda("a", "").urn,
      oldState: { ...lambda("a", "sg-1"), propertyDependencies: { vpcConfig: [group("").urn] } },
      newState: {
        ...lambda("a", "04da6b54-80e4-46f7-96ec-b56ff0331ba9"),
        propertyDependencies: { vpcConfig: [group("").urn] },
      },
    },
  ],
  changeSummary: { same: 2, replace: 1, update: 1 },
};
const inventory = (...groups: readonly string[]) => ({
  subnets: [{ id: "subnet-1", vpcId: "vpc-1" }],
  combinations: groups.map((one) => ({ subnetId: "subnet-1", securityGroupIds: [one] })),
});

/** A pack whose mandatory policy reports each function with an own group. */
const pack = `
const { definePolicy, byHand } = require(${JSON.stringify(resolve(__dirname, "../../../policy-kit/dist/index.js"))});
const own = definePolicy({ id: "no-own-groups", title: "No own groups.", severity: "high", level: "mandatory", config: {},
  check: ({ plan }) => plan.attachments.filter(({ securityGroups }) => securityGroups.certain[0] !== "sg-shared").map(({ consumer }) =>
    ({ verdict: "violation", subject: consumer, what: "It has its own group.", why: "It costs ENIs.", fix: byHand("share", "people decide"), basis: "known" })) });
exports.pack = { name: "pack", description: "d", policies: [own] };`;

let directory: string;
const write = (file: string, content: unknown): void =>
  writeFileSync(join(directory, file), typeof content === "string" ? content : JSON.stringify(content));
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "diff-"));
  mkdirSync(join(directory, "pack"));
  symlinkSync(resolve(__dirname, "../../../../node_modules"), join(directory, "node_modules"));
  const files = {
    ...{ "pack/package.json": { name: "pack", exports: "./index.js" }, "pack/index.js": pack },
    ...{ "own.json": stateOf(own), "shared.json": stateOf(shared), "grown.json": stateOf([...shared, lambda("c", "sg-c")]) },
    ...{ "move.json": move, "replaced.json": replaced, "monday.json": inventory("sg-1", "sg-2"), "friday.json": inventory("sg-2", "sg-3") },
  };
  for (const [file, content] of Object.entries(files)) write(file, content);
});
afterEach(() => rmSync(directory, { recursive: true }));

const asked: string[][] = [];
function run(...commandLine: readonly string[]) {
  const pulumiOutput = (line: readonly string[], folder: string) => {
    asked.push([folder, ...line]);
    return { exitCode: 0, stdout: JSON.stringify(move) };
  };
  const input = () => readFileSync(join(directory, "shared.json"));
  return runCommandLine(["diff", ...commandLine], { directory, today: "2026-11-24", input, pulumi: () => 0, pulumiOutput });
}

const moved = "shop/dev: 2 functions changed: 2 added, 4 removed. 4 → 2 combinations, 6 during the changeover.";

test("one preview, a program, and the states before and after give the same difference", () => {
  const ways = [
    ["move.json"],
    ["--program", "app", "--", "--stack", "dev"],
    ["own.json", "shared.json"],
    ["own.json", "-"],
    ["own.json", "--program", "app"],
  ];
  const differences = ways.map((way) => run(...way));
  expect(differences[0]).toMatchObject({ exitCode: 0, stderr: "", stdout: expect.stringContaining(moved) });
  expect(differences[0]?.stdout).toMatch(/sg-a {2,}1: a {2,}subnet-1, subnet-2 {2,}2 {2,}20 to 45 minutes more/);
  expect(new Set(differences.map(({ stdout }) => stdout)).size).toBe(1);
  expect(asked[0]).toEqual([join(directory, "app"), "preview", "--json", "--show-sames", "--stack", "dev"]);
});

test("what is compared with itself has no change", () => {
  for (const file of ["own.json", "move.json", "monday.json"])
    expect(run(file, file)).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/No combination is added or removed: \d/) });
});

test("a group that is replaced is another group, named by its id before", () => {
  const { stdout } = run("replaced.json");
  expect(stdout).toContain("2 added, 2 removed. 2 combinations, 4 during the changeover.");
  expect(stdout).toMatch(/web {2,}1: a/);
  expect(stdout).toMatch(/sg-1 {2,}1: a/);
});

test("inventories of two days are compared", () => {
  const { stdout } = run("monday.json", "friday.json");
  expect(stdout).toContain("1 added, 1 removed. 2 combinations, 3 during the changeover.");
});

describe("with a pack, findings that only head has are new:", () => {
  test.each(["text", "markdown", "json", "junit", "sarif"])("%s", (format) => {
    const { exitCode, stdout } = run("shared.json", "grown.json", "--pack", "pack", "--format", format);
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("It has its own group.") });
    expect(run("own.json", "shared.json", "--pack", "pack", "--format", format).stdout).not.toMatch(/<failure|"ruleId"|new, mandatory/);
  });

  test("and are in no format of an unchanged stack", () => {
    expect(run("own.json", "own.json", "--pack", "pack").stdout).toContain("Resolved: 0. Unchanged: 2.");
  });
});

describe("--fail-on exits with 1 and states what the difference has:", () => {
  test.each([
    { what: "added", files: ["own.json", "shared.json"], says: "--fail-on added: 2 combinations added." },
    { what: "mandatory", files: ["shared.json", "grown.json"], says: "--fail-on mandatory: 1 new mandatory finding." },
    { what: "finding", files: ["shared.json", "own.json"], says: "--fail-on finding: 2 new findings." },
    { what: "capacity", files: ["shared.json", "full.json"], says: "--fail-on capacity: 0 VPCs over the quota and 1 subnet without" },
  ])("$what", ({ what, files, says }) => {
    const crowd = Array.from({ length: 12 }, (_, index) => lambda(`f${index}`, `sg-${index}`, ["subnet-1"]));
    write("full.json", stateOf([...shared, ...crowd]));
    const pack = what === "mandatory" || what === "finding" ? ["--pack", "pack"] : [];
    expect(run(...files, ...pack, "--fail-on", what)).toMatchObject({
      exitCode: exitCodes.mistakes,
      stderr: expect.stringContaining(says),
    });
    expect(run("own.json", "own.json", ...pack, "--fail-on", what)).toMatchObject({ exitCode: 0, stderr: "" });
  });
});

test("a policy that is configured wrongly has an exit code of its own", () => {
  write("wrong.json", { "no-own-groups": { most: 3 } });
  expect(run("own.json", "shared.json", "--pack", "pack", "--config", "wrong.json").exitCode).toBe(exitCodes.misconfigured);
});

describe("refused with what is wrong, the way out and an exit code:", () => {
  test.each([
    { commandLine: [], exitCode: exitCodes.usage, says: "BASE is missing" },
    { commandLine: ["own.json"], exitCode: exitCodes.usage, says: "own.json is a state, which has one moment" },
    { commandLine: ["monday.json"], exitCode: exitCodes.usage, says: "an inventory, which has one moment" },
    { commandLine: ["a", "b", "c"], exitCode: exitCodes.usage, says: 'Unknown argument "c"' },
    { commandLine: ["a", "b", "--program", "."], exitCode: exitCodes.usage, says: "both given" },
    { commandLine: ["-", "-"], exitCode: exitCodes.usage, says: "both the standard input" },
    { commandLine: ["move.json", "--", "--stack", "dev"], exitCode: exitCodes.usage, says: "--program" },
    { commandLine: ["monday.json", "own.json"], exitCode: exitCodes.usage, says: "with an inventory only" },
    { commandLine: ["move.json", "--format", "sarif"], exitCode: exitCodes.usage, says: "Specify --pack" },
    { commandLine: ["move.json", "--format", "html"], exitCode: exitCodes.usage, says: "Unknown format html" },
    { commandLine: ["move.json", "--fail-on", "add"], exitCode: exitCodes.usage, says: 'Did you mean "added"' },
    { commandLine: ["move.json", "--fail-on", "finding"], exitCode: exitCodes.usage, says: "Specify --pack" },
    { commandLine: ["gone.json", "own.json"], exitCode: exitCodes.missing, says: "gone.json" },
    { commandLine: ["half.json"], exitCode: exitCodes.truncated, says: "stops before" },
    { commandLine: ["odd.json"], exitCode: exitCodes.unreadable, says: "odd.json cannot be read" },
  ])("$commandLine", ({ commandLine, exitCode, says }) => {
    write("half.json", JSON.stringify(move).slice(0, 400));
    write("odd.json", { ...move, steps: [{ op: "delete", urn: "u", oldState: { urn: 3 } }], changeSummary: {} });
    expect(run(...commandLine)).toMatchObject({ exitCode, stdout: "", stderr: expect.stringContaining(says) });
  });
});
