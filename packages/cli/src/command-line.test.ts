import { describe, expect, test } from "@jest/globals";
import { commands, runCommandLine } from "./command-line";
import type { Command } from "./command/command";
import type { Written } from "./command/outcome";
import { exitCodes } from "./command/exit-codes";
import { ownVersion } from "./command/own-version";

const context = { directory: "/", today: "2026-11-24", input: () => "", pulumi: () => 0 };
const run = (...commandLine: readonly string[]): Written => runCommandLine(commandLine, context);
const all = Object.entries<Command>(commands);

describe("help", () => {
  test.each([["--help"], ["-h"], ["help"]])("%s lists every command with what it does", (asked) => {
    const { exitCode, stdout, stderr } = run(asked);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    for (const [name, { summary }] of all) expect(stdout).toMatch(new RegExp(`^  ${name} +${summary.replaceAll(".", "\\.")}$`, "m"));
    expect(stdout).toContain("lambda-vpc COMMAND --help");
  });

  test.each(all)("of %s explains each flag and shows examples of this command", (name, { usage, summary, flags, examples }) => {
    const { exitCode, stdout, stderr } = run(name, "--help");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout.split("\n").slice(0, 3)).toEqual([`lambda-vpc ${usage}`, "", summary]);
    for (const [flag, { meaning, value }] of Object.entries(flags)) {
      expect(usage).toContain(`--${flag}${value === undefined ? "" : ` ${value}`}`);
      expect(stdout.split("\n")).toContainEqual(expect.stringMatching(new RegExp(`^  --${flag} .* ${meaning}`)));
    }
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const { purpose, lines } of examples) expect(stdout).toContain(`  # ${purpose}\n${lines.map((line) => `  ${line}\n`).join("")}`);
    for (const { lines } of examples) expect(lines).toContainEqual(expect.stringMatching(`^npx lambda-vpc ${name} `));
  });

  test.each(all)("of %s is the same wherever it is asked for", (name) => {
    const { stdout } = run(name, "--help");
    for (const asked of [
      ["help", name],
      [name, "-h"],
      [name, "--unknown", "--help", "--"],
    ])
      expect(run(...asked)).toEqual({ exitCode: 0, stdout, stderr: "" });
  });

  test("of an unknown command names the nearest one", () => {
    expect(run("help", "baselin")).toMatchObject({ exitCode: exitCodes.usage, stderr: expect.stringContaining('"baseline"') });
  });

  test("behind -- is for Pulumi", () => {
    expect(run("preview", "--", "--help")).toMatchObject({
      exitCode: exitCodes.usage,
      stderr: expect.stringContaining("--pack is missing"),
    });
  });
});

test("--version prints the version of the package", () => {
  expect(run("--version")).toEqual({ exitCode: 0, stdout: `${ownVersion()}\n`, stderr: "" });
});

describe("a command line without a command fails and shows all commands:", () => {
  const overview = run("--help").stdout;

  test("an empty one", () => {
    expect(run()).toEqual({ exitCode: exitCodes.usage, stdout: "", stderr: overview });
  });

  test.each([
    { given: "previw", says: 'Unknown command previw. Did you mean "preview"? Accepted: init, preview, ' },
    { given: "constructor", says: "Unknown command constructor. Did you mean " },
    { given: "--hepl", says: 'Unknown flag --hepl. Did you mean "--help"? ' },
  ])("$given", ({ given, says }) => {
    const { exitCode, stdout, stderr } = run(given);
    expect({ exitCode, stdout }).toEqual({ exitCode: exitCodes.usage, stdout: "" });
    expect(stderr.startsWith(says)).toBe(true);
    expect(stderr.endsWith(`.\n${overview}`)).toBe(true);
  });
});

test.each(all)("a mistake in the flags of %s shows its usage and where its examples are", (name, { usage }) => {
  const { exitCode, stdout, stderr } = run(name, "--unknown");
  expect({ exitCode, stdout }).toEqual({ exitCode: exitCodes.usage, stdout: "" });
  expect(stderr).toMatch(/^Unknown flag --unknown\. Did you mean "--\S+"\?/);
  expect(stderr.endsWith(`\nusage: lambda-vpc ${usage}\nFor examples, run: lambda-vpc ${name} --help\n`)).toBe(true);
});

test("a mistake that is not in the flags shows no usage", () => {
  expect(run("check-config", "gone.json", "--pack", ".")).toEqual({
    exitCode: exitCodes.missing,
    stdout: "",
    stderr: "gone.json was not found at /gone.json. Check the path.\n",
  });
});

test("a fault of ours is told as one, with an exit code of its own", () => {
  const faulty = {
    ...context,
    get directory(): string {
      throw new TypeError("no directory");
    },
  };
  expect(runCommandLine(["check-config", "policies.json", "--pack", "."], faulty)).toMatchObject({
    exitCode: exitCodes.fault,
    stderr: expect.stringMatching(/bug in lambda-vpc[^]*no directory/),
  });
});

test("no two ends share an exit code", () => {
  const codes = Object.values(exitCodes);
  expect(new Set(codes).size).toBe(codes.length);
});
