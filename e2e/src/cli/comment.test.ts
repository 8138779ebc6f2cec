import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command, type Ended } from "./lambda-vpc-command";
import { LoopbackHost } from "./loopback-host";

/*
 * The command `comment` and a host of pull requests on the loopback interface: real processes and real HTTP, through the clients of both hosts.
 */

const SUBNETS = ["subnet-1", "subnet-2"];
const resource = (type: string, name: string, inputs: object, stack: string) => ({
  ...{ urn: `urn:pulumi:${stack}::shop::${type}::${name}`, type, custom: true, id: name, inputs, outputs: { id: name, ...inputs } },
  provider: `urn:pulumi:${stack}::shop::pulumi:providers:aws::default::id`,
});

/** A state of functions, each with its own security group. */
function stateOf(functions: readonly string[], stack = "dev"): string {
  const resources = functions.map((name) =>
    resource("aws:lambda/function:Function", name, { vpcConfig: { subnetIds: SUBNETS, securityGroupIds: [`sg-${name}`] } }, stack),
  );
  return JSON.stringify({ version: 3, deployment: { resources } });
}

/** A pack whose policy reports each functionwith a text of a length. */
const pack = (length: number): string => `
const { definePolicy, byHand } = require("@lambda-vpc/policy-kit");
exports.pack = { name: "pack", description: "d", policies: [definePolicy({ id: "report-all", title: "All.", severity: "high", level: "mandatory", config: {},
  check: ({ plan }) => plan.attachments.map(({ consumer }) => ({ verdict: "violation", subject: consumer, what: "Function " + "x".repeat(${length}), why: "w",
    fix: byHand("fix it", "people decide"), basis: "known" })) })] };`;

let folder: string;
let host: LoopbackHost;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "lambda-vpc-comment-"));
  mkdirSync(join(folder, "pack"));
  writeFileSync(join(folder, "pack/package.json"), JSON.stringify({ name: "pack", exports: "./index.js" }));
  writePack(10);
  write("base.json", stateOf(["a"]));
  write("head.json", stateOf(["a", "b"]));
  host = await LoopbackHost.start();
});
afterEach(async () => {
  await host.end();
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  writeFileSync(join(folder, file), text);
}

function writePack(length: number): void {
  const kit = JSON.stringify(require.resolve("@lambda-vpc/policy-kit").replace("/src/index.ts", "/dist/index.js"));
  write("pack/index.js", pack(length).replace('"@lambda-vpc/policy-kit"', kit));
}

/** Runs the command to its end. The host is in this process, so it must not be blocked. */
function comment(
  environment: Readonly<Record<string, string>>,
  files = ["base.json", "head.json"],
  ...flags: readonly string[]
): Promise<Ended> {
  const commandLine = [command, "comment", ...files, "--pack", "pack", ...flags];
  const { PATH = "" } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      commandLine,
      { cwd: folder, env: { PATH, ...environment }, timeout: 60_000, killSignal: "SIGKILL" },
      (error, stdout, stderr) =>
        resolve({ exitCode: error === null ? 0 : typeof error.code === "number" ? error.code : null, stdout, stderr }),
    );
  });
}

const added = /^<!-- lambda-vpc shop%2Fdev -->\n### lambda-vpc: `shop\/dev`\n\n1 function added: 2 added, 0 removed/;

describe.each(["github", "gitlab"] as const)("on %s", (name) => {
  const environment = (): Readonly<Record<string, string>> => host[name];

  test("a comment is created, updated in place behind a page of others, and left alone if nothing is new", async () => {
    host.discuss(130);
    expect(await comment(environment())).toMatchObject({ exitCode: 0, stderr: "", stdout: expect.stringMatching(/^Comment created: /) });
    expect(host.comments).toHaveLength(131);
    expect(host.comments[130]?.body).toMatch(added);

    write("head.json", stateOf(["a", "b", "c"]));
    expect(await comment(environment())).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^Comment updated: /) });
    expect(host.comments).toHaveLength(131);
    expect(host.comments[130]?.body).toContain("2 functions added: 4 added, 0 removed");

    expect(await comment(environment())).toMatchObject({ exitCode: 0, stdout: "The comment is up to date.\n" });
    expect(host.requests.filter((request) => !request.startsWith("GET"))).toHaveLength(2);
  });

  test("each stack has its comment, and a marker of somebody else is not updated", async () => {
    await comment(environment());
    write("prod-base.json", stateOf(["a"], "prod"));
    write("prod-head.json", stateOf(["a", "b"], "prod"));
    host.discuss(1, "<!-- lambda-vpc shop%2Fprod -->\nforged");
    expect(await comment(environment(), ["prod-base.json", "prod-head.json"])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining("created"),
    });
    expect(host.comments.map(({ body }) => body.split("\n")[1])).toEqual([
      "### lambda-vpc: `shop/dev`",
      "forged",
      "### lambda-vpc: `shop/prod`",
    ]);
  });

  test("what changes nothing creates no comment, and updates the one that is there", async () => {
    expect(await comment(environment(), ["base.json", "base.json"])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining("no comment is created"),
    });
    expect(host.comments).toEqual([]);
    await comment(environment());
    await comment(environment(), ["base.json", "base.json"]);
    expect(host.comments.map(({ body }) => /No combination is added or removed/.test(body))).toEqual([true]);
  });

  test("a comment that is too long leaves out parts and states it, so the host accepts it", async () => {
    writePack(name === "github" ? 3_000 : 40_000);
    write("head.json", stateOf(["a", ...Array.from({ length: 40 }, (_, index) => `f${index}`)]));
    expect(await comment(environment())).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("created") });
    const body = host.comments[0]?.body ?? "";
    expect(body).toMatch(/_\d+ more parts are left out, because the text is limited to \d+ characters/);
    expect(body).toContain("40 functions added: 80 added");
    expect(body.length).toBeGreaterThan(name === "github" ? 50_000 : 900_000);
  });

  test.each([
    { what: "a token without rights", answer: { status: 403, message: "Forbidden" }, exitCode: 67, says: "may not comment on" },
    { what: "a pull request that is not there", answer: { status: 404, message: "Not Found" }, exitCode: 67, says: "or it does not exist" },
    { what: "a wrong token", answer: { status: 401, message: "Bad credentials" }, exitCode: 67, says: "to a valid token" },
    {
      what: "a comment that the host refuses",
      answer: { status: 422, message: "Validation Failed" },
      exitCode: 67,
      says: "was not written",
    },
    {
      what: "a rate limit",
      answer: { status: 429, message: "Too Many Requests", headers: { "retry-after": "1" } },
      exitCode: 79,
      says: "The rate limit of Git",
    },
    { what: "a host with a fault", answer: { status: 503, message: "Unavailable" }, exitCode: 68, says: "answers with 503" },
    {
      what: "an answer that repeats the token",
      answer: { status: 403, message: "token-of-the-owner is not allowed" },
      exitCode: 67,
      says: "[token] is not allowed",
    },
  ])("$what ends with its exit code, and the token is not printed", async ({ answer, exitCode, says }) => {
    host.answer = answer;
    const ended = await comment(environment());
    expect(ended).toMatchObject({ exitCode, stdout: "", stderr: expect.stringContaining(says) });
    expect(`${ended.stdout}${ended.stderr}`).not.toContain("token-of-the-owner");
  });

  test("no network ends with its exit code and names the address", async () => {
    const closed = environment();
    await host.end();
    expect(await comment(closed)).toMatchObject({
      exitCode: 68,
      stdout: "",
      stderr: expect.stringMatching(/does not answer at http:.*ECONNREFUSED/),
    });
    host = await LoopbackHost.start();
  });

  test("a dry run prints the comment and sends nothing", async () => {
    const { exitCode, stdout } = await comment(environment(), undefined, "--dry-run");
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringMatching(added) });
    expect(host.requests).toEqual([]);
  });
});

describe("GitHub alone", () => {
  test("states the secondary rate limit with the status 403", async () => {
    host.answer = { status: 403, message: "You have exceeded a secondary rate limit.", headers: { "retry-after": "60" } };
    expect(await comment(host.github)).toMatchObject({ exitCode: 79, stderr: expect.stringContaining("in 60 seconds") });
    host.answer = {
      status: 403,
      message: "API rate limit exceeded",
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1893456000" },
    };
    expect(await comment(host.github)).toMatchObject({ exitCode: 79, stderr: expect.stringContaining("after 2030-01-01T00:00:00.000Z") });
  });

  test("the token of a workflow has no user, and its comment is that of a bot", async () => {
    host.isWorkflow = true;
    host.discuss(1, "<!-- lambda-vpc shop%2Fdev -->\nforged");
    await comment(host.github);
    write("head.json", stateOf(["a", "b", "c"]));
    expect(await comment(host.github)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("updated") });
    expect(host.comments).toHaveLength(2);
  });
});
