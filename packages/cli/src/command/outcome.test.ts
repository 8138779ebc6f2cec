import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { runCommandLine } from "../command-line";
import { written } from "./outcome";

const context = { directory: "/nowhere", today: "2026-11-24", input: () => "{", pulumi: () => 0 };

/** Names that a terminal or a CI system would obey. */
const hostileName = fc
  .array(
    fc.constantFrom(
      "\u001b[31m",
      "\0",
      "\u0007",
      "\n",
      "\r",
      "\u009b2J",
      "\u202e",
      "\u2028",
      "::error::",
      "[mandatory] ",
      "##[error]",
      "a",
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(""));

const commandLines = hostileName.chain((name) =>
  fc.constantFrom<readonly string[]>(
    [name],
    [`--${name}`],
    ["help", name],
    ["check-config", name, "--pack", "x"],
    ["check-config", "-", "--pack", name],
    ["check-config", "-", `--${name}`],
    ["baseline", "--events", name, "--reason", "r", "--expires", "2027-01-01"],
    ["baseline", "--state", name, "--pack", name, "--reason", "r", "--expires", "2027-01-01"],
    ["baseline", "--events", "-", "--reason", "r", "--expires", name],
    ["preview", "--pack", name],
    ["preview", name],
    ["diff", name, name],
    ["diff", name, "--fail-on", name],
    ["comment", name, "--host", name],
    ["comment", name, "--host", "github", "--repository", name],
    ["init", name],
    ["init", "--preset", name],
    ["init", "--ci", name],
  ),
);

test("whatever a command line holds, each line that is printed is one that a terminal shows and does not obey", () => {
  checkLaw({ "a name in what is printed": 50 }, [commandLines], (commandLine, met) => {
    const { stdout, stderr } = runCommandLine(commandLine, context);
    for (const line of `${stdout}${stderr}`.split("\n"))
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|^\s*(?:::|\[)|##\w*\[/u);
    met("a name in what is printed", stderr.includes("\\u{"));
  });
});

test("a document is written as it is, and on a terminal escaped", () => {
  const outcome = { exitCode: 0, stdout: { document: "+ a\u001b[31m\n+ b\n" }, stderr: [] };
  expect(written(outcome, {}).stdout).toBe("+ a\u001b[31m\n+ b\n");
  expect(written(outcome, { terminal: true }).stdout).toBe("+ a\\u{1b}[31m\n+ b\n");
});

test("a terminal with colours gets the first line of each finding in colour, and nothing else", () => {
  const stdout = ["mandatory: eni-budget (high)", "  advisory: what a name contains", "advisory: a (low)", "1 finding."];
  const outcome = { exitCode: 0, stdout, stderr: ["mandatory: x"] };
  expect(written(outcome, { terminal: true, colors: true })).toMatchObject({
    stdout:
      "\u001b[31m\u001b[1mmandatory: eni-budget (high)\u001b[22m\u001b[39m\n  advisory: what a name contains\n\u001b[33m\u001b[1madvisory: a (low)\u001b[22m\u001b[39m\n1 finding.\n",
    stderr: "mandatory: x\n",
  });
  expect(written(outcome, { terminal: true }).stdout).toBe(`${stdout.join("\n")}\n`);
});
