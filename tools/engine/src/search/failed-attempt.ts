import { readFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** For how long an attempt that failed is not made again. Hours. A network that is closed today is mostly closed for the day. */
export const retryAfterHours = 24;

/** An attempt that failed: when (ISO 8601) and why. */
export interface FailedAttempt {
  readonly at: string;
  readonly reason: string;
}

/** The failure noted in `file`, unless it is older than the retry time or the file cannot be read. */
export function recentFailure(file: string, now: Date): FailedAttempt | undefined {
  try {
    const attempt = JSON.parse(readFileSync(file, "utf8")) as Partial<FailedAttempt>;
    const hours = (now.getTime() - Date.parse(attempt.at ?? "")) / 3_600_000;
    if (typeof attempt.reason !== "string" || !(hours >= 0 && hours < retryAfterHours)) return undefined;
    return { at: new Date(attempt.at ?? "").toISOString(), reason: attempt.reason };
  } catch {
    return undefined;
  }
}

/** Notes a failure in `file`, for recentFailure to find. */
export function noteFailure(file: string, attempt: FailedAttempt): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(attempt));
}
