import { AwsError } from "../account/store/aws-error";

/** Milliseconds between two attempts, and the maximum number of attempts. */
const PAUSE = 100;
const ATTEMPTS = 50;

/**
 * Repeats `work` while AWS rejects it because of missing permissions, which another operation may be about to grant. The provider does the
 * same for minutes (docs/aws-facts.md#function-permission-retry). Here the wait is for the next operation of the same engine, which is
 * short and independent of the time scale. Throws the last error.
 */
export async function retryUntilPermitted<Result>(wait: (milliseconds: number) => Promise<void>, work: () => Result): Promise<Result> {
  for (let attempt = 1; ; attempt++)
    try {
      return work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isPermissionError(error)) throw error;
      await wait(PAUSE);
    }
}

function isPermissionError(error: unknown): boolean {
  return error instanceof AwsError && error.reason.includes("The provided execution role does not have permissions");
}
