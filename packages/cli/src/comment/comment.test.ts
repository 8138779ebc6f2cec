import { describe, expect, test } from "@jest/globals";
import type { DifferenceDocument } from "@lambda-vpc/reports";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommandLine } from "../command-line";
import type { CommandContext } from "../command/command";
import { exitCodes } from "../command/exit-codes";
import { markerOf } from "./comment-body";
import type { CommentHost, PresentComment } from "./comment-host";
import { targetOf } from "./comment-target";
import { hostError } from "./host-error";
import { writeComment } from "./write-comment";

const contextOf = (environment: Readonly<Record<string, string>>): CommandContext => ({
  ...{ directory: "/", today: "2026-11-24", input: () => "", pulumi: () => 0, environment },
});
const github = { GITHUB_ACTIONS: "true", GITHUB_REPOSITORY: "shop/infra", GITHUB_TOKEN: "secret" };
const gitlab = { GITLAB_CI: "true", CI_PROJECT_ID: "34", CI_MERGE_REQUEST_IID: "5", CI_API_V4_URL: "https://git.example.com/api/v4" };

/** Runs `use` with a file that holds the event of a workflow. */
function withEvent<T>(event: unknown, use: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "event-"));
  try {
    const file = join(folder, "event.json");
    writeFileSync(file, JSON.stringify(event));
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the pull request is that of the CI job, or that of the flags:", () => {
  test.each([
    { what: "the event of a pull request", event: { pull_request: { number: 7 } }, number: 7 },
    { what: "a comment on a pull request", event: { issue: { number: 8, pull_request: {} } }, number: 8 },
    { what: "the ref", event: {}, number: 9 },
  ])("$what", ({ event, number }) => {
    withEvent(event, (file) => {
      const environment = { ...github, GITHUB_EVENT_PATH: file, GITHUB_REF: "refs/pull/9/merge" };
      expect(targetOf({}, contextOf(environment))).toEqual({
        ...{ host: "github", api: "https://api.github.com", repository: "shop/infra", number },
        token: { value: "secret", variable: "GITHUB_TOKEN" },
      });
    });
  });

  test("a merge request of a server of one's organization, with a project access token before a job token", () => {
    const target = targetOf({}, contextOf({ ...gitlab, GITLAB_TOKEN: "own", CI_JOB_TOKEN: "job" }));
    expect(target).toMatchObject({ host: "gitlab", api: "https://git.example.com/api/v4", repository: "34", number: 5 });
    expect(target.token.variable).toBe("GITLAB_TOKEN");
    expect(targetOf({}, contextOf({ ...gitlab, CI_JOB_TOKEN: "job" })).token.variable).toBe("CI_JOB_TOKEN");
  });

  test("flags come before the environment", () => {
    const flags = { host: "gitlab", repository: "team/shop", number: "3" };
    expect(targetOf(flags, contextOf({ ...github, GITLAB_TOKEN: "t" }))).toMatchObject({
      host: "gitlab",
      repository: "team/shop",
      number: 3,
    });
  });

  test.each([
    { environment: {}, flags: [], says: "Specify --host" },
    { environment: {}, flags: ["--host", "bitbucket"], says: "Unknown host bitbucket" },
    { environment: github, flags: [], says: "Specify --number" },
    { environment: github, flags: ["--number", "x"], says: "--number is x" },
    { environment: github, flags: ["--number", "1", "--repository", "infra"], says: "Write OWNER/NAME" },
    { environment: { ...github, GITHUB_TOKEN: "" }, flags: ["--number", "1"], says: "Set GITHUB_TOKEN" },
    { environment: { ...gitlab, CI_MERGE_REQUEST_IID: "" }, flags: [], says: "pipelines for merge requests" },
    { environment: gitlab, flags: [], says: "Set GITLAB_TOKEN" },
  ])("without a part, the command states what to set: $says", ({ environment, flags, says }) => {
    expect(runCommandLine(["comment", "preview.json", ...flags], contextOf(environment))).toMatchObject({
      exitCode: exitCodes.usage,
      stderr: expect.stringContaining(says),
    });
  });
});

describe("the marker of a stack", () => {
  const marker = (after: string | null): string => markerOf({ stack: { before: null, after } } as Pick<DifferenceDocument, "stack">);

  test.each(["shop/dev", "a--> <b>", "--", "ü ✓", ""])("%s ends nowhere but at its end", (stack) => {
    expect(marker(stack)).toMatch(/^<!-- lambda-vpc [\w%!'()*.~]* -->$/);
  });

  test("is no beginning of another's", () => {
    const markers = ["shop/dev", "shop/dev-2", "shop/dev -->", "shop"].map(marker);
    for (const one of markers) expect(markers.filter((other) => other.startsWith(one))).toEqual([one]);
  });
});

describe("a comment", () => {
  const hostOf = (present: readonly PresentComment[], done: string[]): CommentHost => ({
    ownComments: () => Promise.resolve(present),
    create: (body) => Promise.resolve(`created ${done.push(body)}`),
    update: (id, body) => Promise.resolve(`updated ${id} ${done.push(body)}`),
  });
  const body = "<!-- m -->\nnew\n";

  test.each([
    { what: "is created", present: [], isWorthIt: true, done: "created", sent: [body] },
    { what: "is not created without a reason", present: [], isWorthIt: false, done: "skipped", sent: [] },
    { what: "is updated", present: ["other", "<!-- m -->\nold"], isWorthIt: false, done: "updated", sent: [body] },
    { what: "stays if the host changed only its line ends", present: ["<!-- m -->\r\nnew"], isWorthIt: true, done: "unchanged", sent: [] },
    { what: "does not replace one that quotes it", present: ["> <!-- m -->\nold"], isWorthIt: true, done: "created", sent: [body] },
  ])("$what", async ({ present, isWorthIt, done, sent }) => {
    const written: string[] = [];
    const host = hostOf(
      present.map((text, id) => ({ id, body: text })),
      written,
    );
    expect(await writeComment(host, { marker: "<!-- m -->", body, isWorthIt })).toMatchObject({ done });
    expect(written).toEqual(sent);
  });
});

test("an error that is none of a request stays a bug of ours", () => {
  const target = targetOf({ number: "1" }, contextOf(github));
  const bug = new TypeError("x is not a function");
  expect(hostError(bug, target)).toBe(bug);
});
