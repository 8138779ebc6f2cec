import { expect, test } from "@jest/globals";
import { runCommandLine } from "./command-line";
import { exitCodes } from "./command/exit-codes";

const context = { directory: "/", today: "2026-11-24", input: () => "", pulumi: () => 0 };

test.each([
  { sentence: "no command", commandLine: [] },
  { sentence: "a command it does not know", commandLine: ["plan"] },
  { sentence: "a name that every object has", commandLine: ["constructor"] },
])("$sentence: shows how it is called and fails", ({ commandLine }) => {
  const outcome = runCommandLine(commandLine, context);
  expect(outcome).toMatchObject({ exitCode: exitCodes.usage, stdout: "", stderr: expect.stringContaining("lambda-vpc baseline --events") });
});

test.each([{ commandLine: ["--help"] }, { commandLine: ["baseline", "--help"] }])(
  "$commandLine shows how it is called, and what each command does",
  ({ commandLine }) => {
    const described = /^usage:\n(?: {2}lambda-vpc \S.*\n {6}[A-Z].*\.\n){4}$/;
    expect(runCommandLine(commandLine, context)).toEqual({ exitCode: 0, stdout: expect.stringMatching(described), stderr: "" });
  },
);

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
