import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { exitCodes } from "../errors/exit-codes";
import { FakeMachine } from "../testing/fake-machine";
import { engineVersion } from "./engine-version";
import { noteFailure } from "./failed-attempt";
import { findPulumi, type Step } from "./find-pulumi";
import { type PulumiExecutable } from "./pulumi-executable";
import { type SearchContext } from "./search-context";

let sourceLoads = 0;
jest.mock("../from-source/index.js", () => {
  sourceLoads += 1;
  return { pulumiFromSource: async () => ({ path: "/built/pulumi", origin: "Go module" }) };
});

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine();
});
afterEach(() => machine.remove());

const context = (environment: Record<string, string> = {}): SearchContext => ({
  environment,
  cacheFolder: "",
  report: () => undefined,
  progress: { update: () => undefined, end: () => undefined },
});
const leadsTo =
  (found: PulumiExecutable): Step =>
  async () =>
    found;
const leadsNowhere =
  (origin: PulumiExecutable["origin"], reason: string): Step =>
  async () => ({ origin, reason });

describe("the search for a CLI", () => {
  test("takes the first way that leads to one", async () => {
    const found = { path: "/vendor/pulumi", origin: "npm package" } as const;
    const ways = [leadsNowhere("PATH", "none"), leadsTo(found), leadsTo({ path: "/built/pulumi", origin: "Go module" })];
    expect(await findPulumi(context(), ways)).toEqual(found);
  });

  test("ends with every reason, the ways out and an exit code of its own when no way leads to one", async () => {
    const ways = [leadsNowhere("PATH", "pulumi not found"), leadsNowhere("Go module", "there is no Go")];
    await expect(findPulumi(context(), ways)).rejects.toMatchObject({
      exitCode: exitCodes.noEngine,
      message: expect.stringMatching(
        /PATH: +pulumi not found\n +Go module: +there is no Go\n[\s\S]*install Go[\s\S]*install Pulumi[\s\S]*LAMBDA_VPC_PULUMI/,
      ),
    });
  });
});

test("what builds a CLI is loaded only where no CLI of the vendor's runs", async () => {
  const here = { ...context({ PATH: machine.PATH("bin") }), cacheFolder: machine.root };
  noteFailure(`${machine.root}/vendor-${engineVersion}.failed.json`, { at: new Date().toISOString(), reason: "out of reach" });
  const vendor = machine.pulumi("bin", engineVersion);
  expect([await findPulumi(here), sourceLoads]).toEqual([{ path: vendor, origin: "PATH" }, 0]);
  expect([await findPulumi({ ...here, environment: {} }), sourceLoads]).toEqual([{ path: "/built/pulumi", origin: "Go module" }, 1]);
});

describe("LAMBDA_VPC_PULUMI", () => {
  test("is taken before any search", async () => {
    const executable = machine.script("mine", "exit 0");
    expect(await findPulumi(context({ LAMBDA_VPC_PULUMI: executable }), [])).toEqual({
      path: executable,
      origin: "LAMBDA_VPC_PULUMI",
    });
  });

  test.each([
    ["a file that may not be executed", () => machine.file("plain", "")],
    ["a folder", () => machine.root],
    ["nothing that exists", () => `${machine.root}/nothing`],
  ])("is refused when it names %s", async (_, make) => {
    await expect(findPulumi(context({ LAMBDA_VPC_PULUMI: make() }))).rejects.toMatchObject({ exitCode: exitCodes.badOverride });
  });
});
