import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { exitCodes } from "../errors/exit-codes";
import { FakeMachine } from "../testing/fake-machine";
import { type Engine, openEngine } from "./open-engine";

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine();
});
afterEach(() => machine.remove());

/** An engine whose CLI is a shell script. */
const open = (body: string, state = "state"): Promise<Engine> =>
  openEngine({
    stateDirectory: path.join(machine.root, state),
    timeoutSeconds: 30,
    environment: { PATH: process.env["PATH"], LAMBDA_VPC_PULUMI: machine.script("pulumi", body) },
  });

describe("an open engine", () => {
  test("runs the CLI with the arguments and the input it is given", async () => {
    const engine = await open('echo "$@"; cat; exit 4');
    expect(await engine.pulumi(["stack", "ls"], { input: "typed" })).toEqual({ exitCode: 4, stdout: "stack ls\ntyped", stderr: "" });
  });

  test("keeps apart what another engine with another folder does", async () => {
    const [one, two] = await Promise.all([open('echo "$PULUMI_HOME"', "one"), open('echo "$PULUMI_HOME"', "two")]);
    const [first, second] = await Promise.all([one.pulumi([]), two.pulumi([])]);
    expect([first.stdout, second.stdout]).toEqual([`${machine.root}/one/home\n`, `${machine.root}/two/home\n`]);
  });

  test("sets the variables of one run on top of its own", async () => {
    const engine = await open('echo "$PULUMI_EXTRA"');
    expect(await engine.pulumi([], { environment: { PULUMI_EXTRA: "here" } })).toMatchObject({ stdout: "here\n" });
  });

  test("refuses an empty policy pack before the CLI sees it", async () => {
    const engine = await open("exit 0");
    await expect(engine.pulumi(["preview", "--policy-pack", ""])).rejects.toMatchObject({ exitCode: exitCodes.emptyPolicyPack });
  });

  test("ends what still runs when it is closed", async () => {
    const engine = await open("exec sleep 30");
    const run = engine.pulumi(["up"]);
    await Promise.all([expect(run).rejects.toThrow(/pulumi up was aborted/), engine.close()]);
  });
});
