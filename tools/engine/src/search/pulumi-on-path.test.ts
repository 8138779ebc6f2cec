import { symlinkSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { FakeMachine } from "../testing/fake-machine";
import { pulumiOnPath } from "./pulumi-on-path";
import { type SearchContext } from "./search-context";

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine();
});
afterEach(() => machine.remove());

const context = (PATH: string): SearchContext => ({
  environment: { PATH },
  cacheFolder: path.join(machine.root, "cache"),
  report: () => undefined,
  progress: { update: () => undefined, end: () => undefined },
});

describe("a pulumi on PATH", () => {
  test.each([
    ["the pinned version", "3.259.0"],
    ["a newer one", "3.301.2"],
    ["a development build of a newer one", "3.301.0-alpha.x0123abc"],
  ])("is taken when it is %s", async (_, version) => {
    const executable = machine.pulumi("bin", version);
    expect(await pulumiOnPath(context(machine.PATH("bin")))).toEqual({ path: executable, origin: "PATH" });
  });

  test.each([
    ["is older than what is promised here", "3.258.9", "is 3.258.9, but >=3.259.0 <4.0.0 is required"],
    ["is of a major version nobody has seen", "4.0.0", "is 4.0.0, but >=3.259.0 <4.0.0 is required"],
    ["says no version", "", "does not print its version"],
  ])("is passed over, with the reason, when it %s", async (_, version, reason) => {
    const executable = machine.pulumi("bin", version);
    expect(await pulumiOnPath(context(machine.PATH("bin")))).toEqual({ origin: "PATH", reason: `${executable} ${reason}` });
  });

  test("is passed over when its language host is missing", async () => {
    machine.script("bin/pulumi", "echo v3.300.0");
    expect(await pulumiOnPath(context(machine.PATH("bin")))).toMatchObject({
      reason: expect.stringContaining("pulumi-language-nodejs"),
    });
  });

  test("is passed over when it is the npm package's downloader, which would download into the user's home", async () => {
    machine.pulumi("node_modules/pulumi", "3.300.0");
    machine.file("node_modules/.bin/placeholder", "");
    symlinkSync("../pulumi/pulumi", path.join(machine.root, "node_modules/.bin/pulumi"));
    expect(await pulumiOnPath(context(machine.PATH("node_modules/.bin")))).toEqual({
      origin: "PATH",
      reason: "pulumi not found",
    });
  });

  test("gives way to a later one that will do", async () => {
    machine.pulumi("old", "3.100.0");
    const executable = machine.pulumi("new", "3.300.0");
    expect(await pulumiOnPath(context(machine.PATH("old", "new")))).toMatchObject({ path: executable });
  });

  test("is asked for its version without the user's Pulumi settings", async () => {
    machine.script("bin/pulumi-language-nodejs", "exit 1");
    machine.script("bin/pulumi", '[ -z "$PULUMI_ACCESS_TOKEN" ] && case "$PULUMI_HOME" in */cache/*) echo v3.300.0;; esac');
    const asked = context(machine.PATH("bin"));
    const environment = { ...asked.environment, PULUMI_ACCESS_TOKEN: "secret", PULUMI_HOME: "theirs" };
    expect(await pulumiOnPath({ ...asked, environment })).toMatchObject({ origin: "PATH", path: expect.any(String) });
  });
});

test("a PATH without pulumi leads nowhere", async () => {
  expect(await pulumiOnPath(context(machine.root))).toEqual({ origin: "PATH", reason: "pulumi not found" });
});
