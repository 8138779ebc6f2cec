import type { ReadingGap } from "@lambda-vpc/model";

/** Why a call of AWS failed. */
export interface CallFailure {
  readonly reason: ReadingGap["reason"];
  /** The message of AWS, or of the connection, in one line. */
  readonly message: string;
}

/** The names of errors, as the services write them. Their spelling differs between services. */
const reasons: readonly (readonly [ReadingGap["reason"], RegExp])[] = [
  ["expired", /Expired/],
  ["throttled", /Throttl|RequestLimitExceeded|TooManyRequests|SlowDown|PriorRequestNotComplete/],
  ["denied", /AccessDenied|UnauthorizedOperation|NotAuthorized|AuthorizationError/],
];

/** Reads the error that a client of AWS threw. An answer that ended early has no error of AWS: it is cut. */
export function callFailure(error: unknown): CallFailure {
  const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
  const known = reasons.find(([, pattern]) => pattern.test(name))?.[0];
  const reason = known ?? (isRefused(error) ? "refused" : "cut");
  return { reason, message: oneLine(message === "" ? name : message) };
}

/** Whether AWS answered with an error: the answer has a status of 400 or more. */
function isRefused(error: unknown): boolean {
  const status = httpStatus(error);
  return status !== undefined && status >= 400;
}

function httpStatus(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("$metadata" in error)) return undefined;
  const metadata: unknown = error.$metadata;
  if (typeof metadata !== "object" || metadata === null || !("httpStatusCode" in metadata)) return undefined;
  return typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : undefined;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
