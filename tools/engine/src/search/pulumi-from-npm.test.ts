import path from "node:path";
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { engineVersion } from "./engine-version";
import { retryAfterHours } from "./failed-attempt";
import { FakeMachine } from "../testing/fake-machine";
import { pulumiFromNpm, type Reach } from "./pulumi-from-npm";
import { type SearchContext } from "./search-context";

let machine: FakeMachine;
let context: SearchContext;
beforeEach(() => {
  machine = new FakeMachine();
  context = {
    environment: {},
    cacheFolder: path.join(machine.root, "cache"),
    report: () => undefined,
    progress: { update: () => undefined, end: () => undefined },
  };
});
afterEach(() => machine.remove());

const closed = (): jest.Mocked<Reach> => jest.fn<Reach>().mockResolvedValue("the vendor does not answer");
const noon = new Date("2026-01-01T12:00:00Z");
const later = (hours: number): Date => new Date(noon.getTime() + hours * 3_600_000);

describe("where the vendor's download is out of reach", () => {
  test("the npm package leads nowhere and says why", async () => {
    expect(await pulumiFromNpm(context, closed(), noon)).toEqual({
      origin: "npm package",
      reason: "its download is out of reach: the vendor does not answer",
    });
  });

  test("the next run does not try again, and says when and how it would", async () => {
    await pulumiFromNpm(context, closed(), noon);
    const reach = closed();
    const outcome = await pulumiFromNpm(context, reach, later(1));
    expect(reach).not.toHaveBeenCalled();
    expect(outcome).toMatchObject({
      reason: expect.stringMatching(/tried at 2026-01-01T12:00:00.000Z; delete .*failed\.json to try again/),
    });
  });

  test.each([
    ["the retry time has passed", retryAfterHours],
    ["the clock was set back", -1],
  ])("it is tried again once %s", async (_, hours) => {
    await pulumiFromNpm(context, closed(), noon);
    const reach = closed();
    await pulumiFromNpm(context, reach, later(hours));
    expect(reach).toHaveBeenCalledTimes(1);
  });

  test("a note that cannot be read is no reason not to try", async () => {
    machine.file(`cache/vendor-${engineVersion}.failed.json`, "{");
    const reach = closed();
    await pulumiFromNpm(context, reach, noon);
    expect(reach).toHaveBeenCalledTimes(1);
  });
});

test("what was downloaded once is used without asking the network", async () => {
  const executable = machine.script(`cache/vendor-${engineVersion}/versions/${engineVersion}/bin/pulumi`, "exit 0");
  const reach = closed();
  expect(await pulumiFromNpm(context, reach, noon)).toEqual({ path: executable, origin: "npm package" });
  expect(reach).not.toHaveBeenCalled();
});
