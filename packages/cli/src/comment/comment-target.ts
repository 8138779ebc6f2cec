import { isRecord, nearest } from "@lambda-vpc/policy-kit";
import type { CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import { readJson } from "../command/read-file";
import { type CommentTarget, type HostName, hostNames, type Token } from "./comment-host";

/** What the flags state of the pull request. The environment of a CI system states the rest. */
export interface TargetFlags {
  readonly host?: string | undefined;
  readonly repository?: string | undefined;
  readonly number?: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The host of the pull request: that of the flag, otherwise that whose CI system runs the command. @throws CommandError if there is neither. */
export function hostOf({ host }: TargetFlags, environment: Environment): HostName {
  if (host !== undefined) {
    const known = hostNames.find((one) => one === host);
    if (known === undefined) throw usage(`Unknown host ${host}. ${nearest(host, hostNames)}.`);
    return known;
  }
  if (environment["GITHUB_ACTIONS"] === "true") return "github";
  if (environment["GITLAB_CI"] === "true") return "gitlab";
  throw usage(
    "The host is unknown: neither GitHub Actions nor GitLab CI runs this command. Specify --host, or --dry-run to print the comment.",
  );
}

/** The pull request to comment on. @throws CommandError if a part is unknown, with the flag or the variable that states it. */
export function targetOf(flags: TargetFlags, context: CommandContext): CommentTarget {
  const environment = context.environment ?? {};
  const host = hostOf(flags, environment);
  return host === "github" ? githubTarget(flags, environment, context) : gitlabTarget(flags, environment);
}

function githubTarget(flags: TargetFlags, environment: Environment, context: CommandContext): CommentTarget {
  const repository = required(flags.repository ?? environment["GITHUB_REPOSITORY"], "--repository OWNER/NAME", "GITHUB_REPOSITORY");
  if (!/^[^/\s]+\/[^/\s]+$/.test(repository)) throw usage(`--repository is ${repository}. Write OWNER/NAME.`);
  const number = flags.number === undefined ? githubNumber(environment, context) : flags.number;
  return {
    host: "github",
    api: (environment["GITHUB_API_URL"] ?? "https://api.github.com").replace(/\/+$/, ""),
    repository,
    number: numberOf(number, "It does not run for a pull request, or GITHUB_EVENT_PATH names none."),
    token: tokenOf(["GITHUB_TOKEN", "GH_TOKEN"], environment),
  };
}

/** The number in the event that started the workflow, otherwise that of the ref (source: GitHub Actions, default environment variables). */
function githubNumber(environment: Environment, context: CommandContext): string | undefined {
  const event = environment["GITHUB_EVENT_PATH"] === undefined ? undefined : readJson(environment["GITHUB_EVENT_PATH"], context);
  const [pull, issue] = isRecord(event) ? [event["pull_request"], event["issue"]] : [undefined, undefined];
  // A comment on an issue starts the same event as one on a pull request.
  const about = isRecord(pull) ? pull : isRecord(issue) && isRecord(issue["pull_request"]) ? issue : {};
  const { number } = about;
  return typeof number === "number" ? String(number) : /^refs\/pull\/(\d+)\//.exec(environment["GITHUB_REF"] ?? "")?.[1];
}

/** Source: GitLab CI/CD, predefined variables. Those of merge requests exist in pipelines for merge requests only. */
function gitlabTarget(flags: TargetFlags, environment: Environment): CommentTarget {
  return {
    host: "gitlab",
    api: (environment["CI_API_V4_URL"] ?? "https://gitlab.com/api/v4").replace(/\/+$/, ""),
    repository: required(flags.repository ?? environment["CI_PROJECT_ID"], "--repository PROJECT", "CI_PROJECT_ID"),
    number: numberOf(
      flags.number ?? environment["CI_MERGE_REQUEST_IID"],
      "CI_MERGE_REQUEST_IID is not set: run the job in pipelines for merge requests.",
    ),
    token: tokenOf(["GITLAB_TOKEN", "CI_JOB_TOKEN"], environment),
  };
}

function required(value: string | undefined, flag: string, variable: string): string {
  if (value === undefined || value === "") throw usage(`The repository is unknown. Specify ${flag}, or set ${variable}.`);
  return value;
}

function numberOf(text: string | undefined, why: string): number {
  if (text === undefined || text === "") throw usage(`The pull request is unknown. ${why} Specify --number.`);
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < 1)
    throw usage(`--number is ${text}. Write the number of a pull request.`);
  return number;
}

/** A token is never a flag: other processes and logs see flags. */
function tokenOf(variables: readonly string[], environment: Environment): Token {
  const variable = variables.find((one) => (environment[one] ?? "") !== "");
  const value = environment[variable ?? ""]?.trim() ?? "";
  if (variable === undefined || value === "") throw usage(`The token is missing. Set ${variables[0] ?? ""}.`);
  return { value, variable };
}

function usage(what: string): CommandError {
  return new CommandError(exitCodes.usage, what);
}
