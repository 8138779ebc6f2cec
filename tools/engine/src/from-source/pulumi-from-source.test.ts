import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { exitCodes } from "../errors/exit-codes";
import { FakeMachine } from "../testing/fake-machine";
import { pulumiFromSource } from "./pulumi-from-source";
import { type SearchContext } from "../search/search-context";

let machine: FakeMachine;
let context: SearchContext;
let reports: string[];
let progress: string[];
beforeEach(() => {
  machine = new FakeMachine();
  reports = [];
  progress = [];
  machine.file("module/go.mod", "module example");
  machine.file("module/main.go", "package main");
  context = {
    environment: { PATH: `${machine.PATH("go")}${path.delimiter}/usr/bin${path.delimiter}/bin` },
    cacheFolder: path.join(machine.root, "cache"),
    report: (line) => reports.push(line),
    progress: { update: (text) => progress.push(text), end: () => progress.push("end") },
  };
});
afterEach(() => machine.remove());

const goModule = (): string => path.join(machine.root, "module");

/** A Go that notes each build in builds.log and leaves a CLI in the folder it is given with -o. */
const installGo = (version: string, build = ': > "$5/pulumi"'): string =>
  machine.script(
    "go/go",
    `[ "$1" = env ] && echo go${version} && exit\n[ "$1" = list ] && echo "go: downloading a v1" >&2 && echo fmt && echo main && exit\necho build >> "${machine.root}/builds.log"\n${build}`,
  );
const builds = (): string[] => readFileSync(path.join(machine.root, "builds.log"), "utf8").trim().split("\n");

describe("with a Go that is new enough", () => {
  test("a CLI is built outside the work tree, announced before and after", async () => {
    installGo("1.25.0");
    const outcome = await pulumiFromSource(context, goModule());
    expect(outcome).toEqual({ origin: "Go module", path: expect.stringMatching(/\/cache\/[0-9a-f]{16}\/pulumi$/) });
    expect(reports).toEqual([
      "Building a Pulumi CLI from source, once per machine. This takes about 4 minutes.",
      expect.stringMatching(/^Built a Pulumi CLI in 0:0\d minutes\.$/),
    ]);
  });

  test("how far it is is reported once a second, until it ends", async () => {
    installGo("1.26.8", 'echo fmt >&2; sleep 1.5; : > "$5/pulumi"');
    await pulumiFromSource(context, goModule());
    expect(progress.slice(-2)).toEqual([
      expect.stringMatching(/^Building a Pulumi CLI: 1 of about 2 packages compiled, 0:0\d of about 4:00 minutes$/),
      "end",
    ]);
  });

  test("a second run builds nothing and needs no Go any more", async () => {
    installGo("1.26.8");
    const first = await pulumiFromSource(context, goModule());
    expect(await pulumiFromSource({ ...context, environment: {} }, goModule())).toEqual(first);
    expect(builds()).toHaveLength(1);
  });

  test("two at once build once: the second waits for the first", async () => {
    const waited = path.join(machine.root, "waited");
    installGo("1.26.8", `i=0; until [ -e "${waited}" ] || [ $i = 200 ]; do i=$((i + 1)); sleep 0.05; done; : > "$5/pulumi"`);
    const report = (line: string): void => {
      reports.push(line);
      if (line === "Waiting for another process that builds a Pulumi CLI.") machine.file("waited", "");
    };
    const [first, second] = await Promise.all([
      pulumiFromSource({ ...context, report }, goModule()),
      pulumiFromSource({ ...context, report }, goModule()),
    ]);
    expect(second).toEqual(first);
    expect(builds()).toHaveLength(1);
    expect(reports).toHaveLength(3);
  });

  test("other sources are another build", async () => {
    installGo("1.26.8");
    const first = await pulumiFromSource(context, goModule());
    machine.file("module/main.go", "package main // changed");
    expect(await pulumiFromSource(context, goModule())).not.toEqual(first);
    expect(builds()).toHaveLength(2);
  });

  test("a build that fails tells Go's own words and leaves nothing that looks like a CLI", async () => {
    installGo("1.26.8", "echo 'dial tcp: no route to host' >&2; exit 1");
    await expect(pulumiFromSource(context, goModule())).rejects.toMatchObject({
      exitCode: exitCodes.buildFailed,
      message: expect.stringMatching(/dial tcp: no route to host[\s\S]*GOPROXY/),
    });
    expect(readdirSync(context.cacheFolder)).toEqual([]);
  });
});

test.each([
  ["an older Go", "1.24.9", /is 1\.24\.9, and >=1\.25\.0 is asked for/],
  ["a Go that does not print its version", " development", /does not print its version/],
])("%s leads nowhere and is named", async (_, version, reason) => {
  installGo(version);
  expect(await pulumiFromSource(context, goModule())).toEqual({ origin: "Go module", reason: expect.stringMatching(reason) });
});

test("a machine without Go leads nowhere", async () => {
  expect(await pulumiFromSource({ ...context, environment: { PATH: machine.root } }, goModule())).toEqual({
    origin: "Go module",
    reason: "Go not found on PATH",
  });
});
