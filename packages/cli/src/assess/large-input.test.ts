import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommandLine } from "../command-line";
import { exitCodes } from "../command/exit-codes";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "large-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Runs a command over a file, or over the standard input, which is longer than a text can be if it has more bytes than `longestText`. */
function run(content: string | Uint8Array, longestText: number | undefined, ...commandLine: readonly string[]) {
  writeFileSync(join(directory, "file"), content);
  return runCommandLine(commandLine, {
    directory,
    today: "2026-12-01",
    input: () => Buffer.from(content),
    pulumi: () => 0,
    ...(longestText === undefined ? {} : { longestText }),
  });
}

const urn = (type: string, name: string): string => `urn:pulumi:dev::läden::${type}::${name}`;
const lambda = {
  urn: urn("aws:lambda/function:Function", "bestellungen-🦆"),
  type: "aws:lambda/function:Function",
  custom: true,
  id: "orders",
  provider: `${urn("pulumi:providers:aws", "default")}::id`,
  inputs: { vpcConfig: { subnetIds: ["subnet-1", "subnet-2"], securityGroupIds: ["sg-1"] } },
  outputs: { id: "orders" },
};
const state = JSON.stringify(
  { version: 3, deployment: { resources: [lambda, { ...lambda, urn: `${lambda.urn}-old`, delete: true }] } },
  null,
  4,
);
const preview = JSON.stringify({ steps: [{ op: "same", oldState: lambda, newState: lambda }], changeSummary: { same: 1 } });

describe("a file that is longer than a text can be has the result of a short one:", () => {
  test.each<{ sentence: string; content: string | Uint8Array; exitCode: number }>([
    { sentence: "a state", content: state, exitCode: 0 },
    { sentence: "a state in UTF-16", content: Buffer.from(`\uFEFF${state}`, "utf16le"), exitCode: 0 },
    { sentence: "a state with a byte order mark", content: `\uFEFF${state}`, exitCode: 0 },
    { sentence: "a preview", content: preview, exitCode: 0 },
    { sentence: "half of a state", content: state.slice(0, state.length / 2), exitCode: exitCodes.truncated },
    { sentence: "half of a preview", content: preview.slice(0, preview.length - 9), exitCode: exitCodes.truncated },
    { sentence: "a state of another version", content: state.replace("3", "9"), exitCode: exitCodes.unsupported },
    { sentence: "a preview that failed", content: preview.replace("changeSummary", "changes"), exitCode: exitCodes.unfinished },
    { sentence: "a preview without unchanged resources", content: preview.replace(":1}", ":7}"), exitCode: exitCodes.unreadable },
    { sentence: "a state with a resource that has no type", content: state.replace('"type"', '"kind"'), exitCode: exitCodes.unreadable },
    { sentence: "a foreign text", content: "all: advisory", exitCode: exitCodes.unreadable },
    { sentence: "a foreign document", content: '{"name": "shop", "items": [1, 2]}', exitCode: exitCodes.unreadable },
    { sentence: "a list", content: "[1, 2, 3]", exitCode: exitCodes.unreadable },
    { sentence: "half of a foreign document", content: '{"name": "shop", "items": [1', exitCode: exitCodes.truncated },
    { sentence: "an event stream", content: '{"sequence":1,"timestamp":2}\n{"sequence":2}\n', exitCode: exitCodes.unreadable },
    { sentence: "an archive", content: Buffer.of(0x50, 0x4b, 3, 4, 0x14, 0, 0, 0), exitCode: exitCodes.unreadable },
    { sentence: "Latin-1", content: Buffer.from(state, "latin1"), exitCode: exitCodes.unreadable },
  ])("$sentence", ({ content, exitCode }) => {
    for (const file of ["file", "-"]) {
      const short = run(content, undefined, "plan", file);
      expect(short.exitCode).toBe(exitCode);
      expect(run(content, 4, "plan", file)).toEqual(short);
    }
  });
});

test("a mistake in a state is reported with its line and column", () => {
  const content = state.replace('"custom": true,', '"custom": true');
  expect(run(content, 4, "plan", "file")).toEqual(run(content, undefined, "plan", "file"));
});

test("a file that a command does not read in parts is refused with its size", () => {
  const terms = ["--reason", "because", "--expires", "2027-01-01"];
  expect(run(state, 100, "baseline", "--events", "file", ...terms)).toMatchObject({
    exitCode: exitCodes.unreadable,
    stderr: expect.stringContaining("file is longer than 0 MB, the longest text of Node.js."),
  });
});
