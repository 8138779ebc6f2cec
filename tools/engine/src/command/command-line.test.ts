import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { runCommandLine } from "./command-line";
import { exitCodes } from "../errors/exit-codes";
import { FakeMachine } from "../testing/fake-machine";
import { repositoryAt } from "../simulated/repository";

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine();
});
afterEach(() => machine.remove());

const run = (commandLine: readonly string[], pulumi = "exit 0"): Promise<number> =>
  runCommandLine(commandLine, {
    user: {
      PATH: process.env["PATH"],
      LAMBDA_VPC_PULUMI: machine.script("pulumi", pulumi),
      LAMBDA_VPC_STATE: path.join(machine.root, "state"),
    },
    current: machine.root,
    repository: repositoryAt(machine.root),
  });

describe("the command line", () => {
  test("ends as the CLI ends", async () => {
    expect(await run(["pulumi", "preview"], '[ "$1" = preview ] && exit 5')).toBe(5);
  });

  test("gives the CLI a state folder that is there", async () => {
    expect(await run(["pulumi"], '[ -d "$PULUMI_HOME" ] && [ -d "${PULUMI_BACKEND_URL#file://}" ]')).toBe(0);
  });

  test("hands the account's command the same account", async () => {
    const account = JSON.stringify(path.join(machine.root, "state/account.jsonl"));
    machine.file("packages/simulated-aws/dist/command.js", `process.exit(process.env.SIMULATED_AWS_ACCOUNT === ${account} ? 7 : 1)`);
    expect(await run(["simulated-aws", "enis"])).toBe(7);
  });

  test.each([
    ["an empty policy pack", ["pulumi", "preview", "--policy-pack", ""], exitCodes.emptyPolicyPack],
    ["a policy pack that does not exist", ["pulumi", "preview", "--policy-pack", "nothing"], exitCodes.missingPolicyPack],
    ["an account command that is not built", ["simulated-aws", "enis"], exitCodes.notBuilt],
    ["a command it does not know", ["terraform"], exitCodes.usage],
    ["no command", [], exitCodes.usage],
  ])("refuses %s with an exit code of its own", async (_, commandLine, exitCode) => {
    await expect(run(commandLine)).rejects.toMatchObject({ exitCode });
  });
});

test("no two refusals share an exit code, and none is one of Pulumi's (0 to 9 and 255)", () => {
  const codes = Object.values(exitCodes);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.filter((code) => code <= 9 || code >= 128)).toEqual([]);
});
