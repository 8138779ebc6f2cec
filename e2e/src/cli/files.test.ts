import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

const command = join(repositoryRoot, "packages/cli/bin/lambda-vpc.js");

/** The events of a preview in which a pack that takes waivers found one thing. */
const events = [
  { policyAnalyzeSummaryEvent: { policyPackName: "lambda-vpc", passed: ["waivers"] } },
  { policyAnalyzeStackSummaryEvent: { policyPackName: "lambda-vpc" } },
  {
    policyEvent: {
      resourceUrn: "urn:1",
      message: 'one\nwaivers: [{"policy":"eni-budget","subject":"urn:1","verdict":"violation"}]',
      policyName: "eni-budget",
      policyPackName: "lambda-vpc",
      enforcementLevel: "mandatory",
    },
  },
];
const baseline = `${command} baseline --events events --reason later --expires 2999-12-31`;

/** Runs a line of a shell in an empty folder with the events; `present` reads a file there. */
function shell(line: string, look: (present: (file: string) => string) => void = () => undefined) {
  const folder = mkdtempSync(join(tmpdir(), "lambda-vpc-files-"));
  try {
    writeFileSync(join(folder, "events"), events.map((event) => `${JSON.stringify(event)}\n`).join(""));
    writeFileSync(join(folder, "target"), "old");
    symlinkSync("target", join(folder, "link"));
    const { status, stdout, stderr } = spawnSync("sh", ["-c", line], { cwd: folder, encoding: "utf8", timeout: 30_000 });
    look((file) => readFileSync(join(folder, file), "utf8"));
    return { status, stdout, stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const waiver = '"subject": "urn:1"';

test.each(["", " --out -", " --out /dev/stdout", " --out /dev/stdout | cat", " --out /dev/fd/3 3>&1 | cat"])(
  "baseline%s prints the configuration",
  (out) => {
    expect(shell(`${baseline}${out}`)).toMatchObject({ status: 0, stdout: expect.stringContaining(waiver) });
  },
);

test("behind what a shell has written to a file, the configuration is appended", () => {
  const line = `echo first > all; ${baseline} --out /dev/stdout >> all`;
  expect(shell(line, (present) => expect(present("all")).toMatch(/^first\n\{[^]*"urn:1"/))).toMatchObject({ status: 0 });
});

test("a link that --out names stays, and its target has the configuration", () => {
  const line = `${baseline} --out link && test -L link`;
  expect(shell(line, (present) => expect(present("target")).toContain(waiver))).toMatchObject({ status: 0, stdout: "" });
});

test("a reader that leaves early is not an error", () => {
  expect(shell(`{ ${baseline}; echo $? >&2; } | true`).stderr).toMatch(/^Waived until .*\n0\n$/);
});

test("a working directory that was deleted is told as that", () => {
  const line = `mkdir gone; cd gone; rmdir ../gone; ${command} init`;
  expect(shell(line)).toEqual({ status: 66, stdout: "", stderr: "The working directory was not found. Change to another folder.\n" });
});

test("events from PowerShell and from a pipe are read", () => {
  const line = `iconv -f utf-8 -t utf-16 events > other; cat other | ${command} baseline --events - --reason later --expires 2999-12-31`;
  expect(shell(line)).toMatchObject({ status: 0, stdout: expect.stringContaining(waiver) });
});
