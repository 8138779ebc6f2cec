import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommandLine } from "../command-line";
import { exitCodes } from "../command/exit-codes";
import type { Written } from "../command/outcome";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "simulate-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

function run(line: string, input = ""): Written {
  const context = { directory, today: "2026-12-01", input: () => input, pulumi: () => 0 };
  return runCommandLine(["simulate", ...line.split(" ").filter((word) => word !== "")], context);
}

const article = "--functions 40 --sets 2 --subnets 3 --memory 3008 --concurrency 1000";

test("the models are printed as numbers, a chart, and by number of functions", () => {
  const { exitCode, stdout, stderr } = run(article);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toBe(readFileSync(join(__dirname, "../testing/simulation.txt"), "utf8"));
});

describe("the scenario of", () => {
  const scenarioOf = (line: string, input?: string) => {
    const { exitCode, stdout } = run(`${line} --format json`, input);
    expect(exitCode).toBe(0);
    return JSON.parse(stdout) as { readonly scenario: Record<string, unknown>; readonly before: { readonly summary: object } };
  };

  test.each([
    { line: "", parts: { functions: 40, sets: 40, subnets: [251, 251, 251], memory: 1024, quota: { before: null, today: 500 } } },
    { line: "--functions 7", parts: { functions: 7, sets: 7 } },
    { line: "--subnets 2 --subnet-size /28", parts: { subnets: [11, 11] } },
    { line: "--subnets 2 --subnet-size 28 --subnet-size /20", parts: { subnets: [11, 4091] } },
    { line: "--quota 160", parts: { quota: { before: 160, today: 160 } } },
    { line: "--load constant --concurrency 3", parts: { load: Array.from({ length: 120 }, () => 3), secondsPerStep: 1 } },
    { line: "--load - --step 60", input: "5\n7\n", parts: { load: [5, 7], secondsPerStep: 60 } },
  ])("`$line`", ({ line, input, parts }) => {
    expect(scenarioOf(line, input).scenario).toMatchObject(parts);
  });

  test("a CSV file has the concurrency of the file", () => {
    writeFileSync(join(directory, "load.csv"), "minute,concurrency\n0,10\n1,250.5\n2,0\n");
    const { scenario, before } = scenarioOf("--load load.csv --step 60 --functions 1 --memory 3072 --subnet-size /20");
    expect(scenario).toMatchObject({ load: [10, 251, 0] });
    expect(before.summary).toMatchObject({ interfaces: 251, waits: 251, refused: 0 });
  });
});

describe("a wrong command line:", () => {
  test.each([
    { line: "--functions 0", says: '--functions is "0". Specify a whole number from 1 to 1000.' },
    { line: "--functions many", says: '--functions is "many". Specify a whole number from 1 to 1000.' },
    { line: "--functions 2 --sets 3", says: "--sets is 3, but --functions is 2. A function has one set: specify at most 2 sets." },
    { line: "--subnets 17", says: '--subnets is "17". Specify a whole number from 1 to 16.' },
    { line: "--memory 64", says: '--memory is "64". Specify a whole number from 128 to 32768.' },
    { line: "--concurrency 1e3", says: '--concurrency is "1e3". Specify a whole number from 0 to 1000000.' },
    { line: "--subnet-size /8", says: '--subnet-size is "/8". Specify a prefix length from /16 to /28.' },
    {
      line: "--subnet-size /24 --subnet-size /25",
      says: "--subnet-size is given 2 times for 3 subnets. Specify it once for all subnets, or once for each.",
    },
    {
      line: "--load rampp",
      says: 'Unknown load rampp. Did you mean "ramp"? Accepted: constant, ramp, spikes, or a file such as ./load.csv.',
    },
    {
      line: "--load ./load.csv --concurrency 5",
      says: "--concurrency is given with --load ./load.csv, which has the concurrency of each step. Remove --concurrency.",
    },
    { line: "--format xml", says: 'Unknown format xml. Did you mean "html"? Accepted: text, json, html.' },
    { line: "load.csv", says: "Unknown argument load.csv. Specify a file with --load FILE." },
    { line: "--step 0", says: '--step is "0". Specify a whole number from 1 to 86400.' },
    { line: "--quota 0", says: '--quota is "0". Specify a whole number from 1 to 1000000.' },
  ])("$line", ({ line, says }) => {
    const { exitCode, stdout, stderr } = run(line);
    expect({ exitCode, stdout, stderr: stderr.split("\n")[0] }).toEqual({ exitCode: exitCodes.usage, stdout: "", stderr: says });
  });
});

describe("a file with a load", () => {
  test.each([
    { text: "", says: "./load.csv has no rows. Write one number of concurrent executions on each line." },
    { text: "time,concurrency\n\n", says: "./load.csv has no rows. Write one number of concurrent executions on each line." },
    {
      text: "1\n2\nthree\n",
      says: './load.csv, line 3: "three" is not a number of concurrent executions. Write a number from 0 to 1000000.',
    },
    { text: "1\n\n-2\n", says: './load.csv, line 3: "-2" is not a number of concurrent executions. Write a number from 0 to 1000000.' },
    { text: "0x10\n1\n", says: './load.csv, line 1: "0x10" is not a number of concurrent executions. Write a number from 0 to 1000000.' },
    {
      text: "a,\n1,9999999\n",
      says: './load.csv, line 2: "9999999" is not a number of concurrent executions. Write a number from 0 to 1000000.',
    },
    { text: "1\n".repeat(100_001), says: "./load.csv has 100001 rows. Use at most 100000, with longer steps (--step)." },
  ])("that is wrong is refused with the line and the fix: $says", ({ text, says }) => {
    writeFileSync(join(directory, "load.csv"), text);
    expect(run("--load ./load.csv")).toEqual({ exitCode: exitCodes.unreadable, stdout: "", stderr: `${says}\n` });
  });

  test("that is missing is refused with its path", () => {
    expect(run("--load ./gone.csv")).toMatchObject({
      exitCode: exitCodes.missing,
      stderr: expect.stringContaining("./gone.csv was not found"),
    });
  });

  test.each([
    ["columns of a spreadsheet", 'time;"concurrency"\r\n00:00;"5"\r\n00:01;"6"\r\n', [5, 6]],
    ["tabs", "0\t5\n1\t6", [5, 6]],
    ["a column without a header", "5\n6\n", [5, 6]],
  ])("can have %s", (_, text, load) => {
    const { stdout } = run("--load - --format json", text);
    expect(JSON.parse(stdout)).toMatchObject({ scenario: { load } });
  });
});

test("JSON has both models over time, which agree with their summaries", () => {
  const { stdout } = run(`${article} --format json`);
  const { schemaVersion, before, today, projected, combinations } = JSON.parse(stdout) as {
    readonly [key: string]: {
      readonly moments: readonly { readonly interfaces: number }[];
      readonly summary: { readonly interfaces: number };
    };
  };
  expect({ schemaVersion, projected, combinations }).toEqual({ schemaVersion: 1, projected: (1000 * 3008) / 3072, combinations: 6 });
  expect(before?.moments).toHaveLength(120);
  expect([before, today].map((model) => [model?.moments.at(-1)?.interfaces, model?.summary.interfaces])).toEqual([
    [753, 753],
    [6, 6],
  ]);
});

test("--output writes the page to a file", () => {
  expect(run(`${article} --format html --output page.html`)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  expect(readFileSync(join(directory, "page.html"), "utf8")).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
});
