import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { CommentTarget, HostName } from "./comment-host";

const titles: Readonly<Record<HostName, string>> = { github: "GitHub", gitlab: "GitLab" };

/** What a client of a host reports of a request that failed. */
interface Answer {
  /** Absent if there is no answer. */
  readonly status?: number;
  readonly message: string;
  readonly header: (name: string) => string | undefined;
}

/**
 * Explains why a request failed: what, and the fix, with an exit code for scripts. Any other error is returned unchanged.
 * Law: the token is in no line, whatever the host answers.
 */
export function hostError(error: unknown, target: CommentTarget): unknown {
  const answer = answerOf(error);
  if (answer === undefined) return error;
  const { status, message } = answer;
  const title = titles[target.host];
  const said = message.replaceAll(target.token.value, "[token]").replaceAll(/\s+/g, " ").slice(0, 300);
  const where = `${target.host === "github" ? "pull request #" : "merge request !"}${target.number} of ${target.repository}`;
  if (status === undefined || status >= 500) {
    const what = status === undefined ? `does not answer at ${target.api}: ${said}` : `answers with ${status}: ${said}`;
    return new CommandError(exitCodes.unreachable, `${title} ${what}. Check the network and the address, and run the command again.`);
  }
  if (isRateLimited(answer)) return new CommandError(exitCodes.busy, `The rate limit of ${title} is reached. ${whenAgain(answer)}`);
  const reason = `${title} answers with ${status}: ${said}.`;
  if (status === 401) return new CommandError(exitCodes.refused, `${reason} Set ${target.token.variable} to a valid token.`);
  if (status === 403 || status === 404)
    return new CommandError(
      exitCodes.refused,
      reason,
      `The token in ${target.token.variable} may not comment on ${where}, or it does not exist. ${rightsOf(target)}`,
    );
  return new CommandError(exitCodes.refused, reason, `The comment on ${where} was not written.`);
}

function rightsOf({ host, token }: CommentTarget): string {
  if (host === "github")
    return "Give the job the permission `pull-requests: write`. A pull request from a fork gets a token that only reads.";
  return token.variable === "CI_JOB_TOKEN"
    ? "A job token has no rights to comment: set GITLAB_TOKEN to a project access token with the scope api and the role Reporter or higher."
    : "The token needs the scope api, and the role Reporter or higher in the project.";
}

function isRateLimited({ status, message, header }: Answer): boolean {
  if (status === 429) return true;
  return status === 403 && (header("x-ratelimit-remaining") === "0" || header("retry-after") !== undefined || /rate limit/i.test(message));
}

/** Seconds until the next attempt, or the time at which the limit ends (source: GitHub REST API, rate limits). */
function whenAgain({ header }: Answer): string {
  const seconds = Number(header("retry-after"));
  if (Number.isInteger(seconds) && seconds > 0) return `Run the command again in ${seconds} seconds.`;
  const reset = Number(header("x-ratelimit-reset") ?? header("ratelimit-reset"));
  const isTime = Number.isInteger(reset) && reset > 0 && reset < 8.64e12;
  return isTime ? `Run the command again after ${new Date(reset * 1000).toISOString()}.` : "Run the command again later.";
}

/** Undefined if the error does not come from a request. */
function answerOf(error: unknown): Answer | undefined {
  if (!(error instanceof Error)) return undefined;
  const none = (): undefined => undefined;
  // The client of GitLab repeats a request some times, and then has no answer.
  if (error.name === "GitbeakerRetryError")
    return { status: Number(/status code: (\d+)/.exec(error.message)?.[1] ?? 502), message: error.message, header: none };
  if (error.name === "GitbeakerTimeoutError" || error.name === "TimeoutError" || isNetworkError(error))
    return { message: reasonOf(error), header: none };
  if (error.name === "GitbeakerRequestError") {
    const response = member(member(error, "cause"), "response");
    if (!(response instanceof Response)) return { message: error.message, header: none };
    return { status: response.status, message: error.message, header: (name) => response.headers.get(name) ?? undefined };
  }
  const [status, response] = [member(error, "status"), member(error, "response")];
  if (error.name !== "HttpError" || typeof status !== "number") return undefined;
  // Without a response, the client of GitHub states 500.
  if (response === undefined) return { message: reasonOf(error), header: none };
  const headers = member(response, "headers");
  const header = (name: string): string | undefined => {
    const value = member(headers, name);
    return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  };
  return { status, message: error.message, header };
}

function isNetworkError(error: Error): boolean {
  return error instanceof TypeError && error.message === "fetch failed";
}

/** The innermost reason, such as `connect ECONNREFUSED 127.0.0.1:9`. */
function reasonOf(error: Error): string {
  const { cause } = error;
  return cause instanceof Error ? reasonOf(cause) : error.message || error.name;
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
