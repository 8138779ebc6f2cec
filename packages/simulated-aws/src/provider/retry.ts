import { AwsError } from "../account/store/aws-error";

/** Milliseconds between two attempts, and how many attempts there are at most. */
const PAUSE = 100;
const ATTEMPTS = 50;

/**
 * Does `work` again for as long as AWS refuses it for want of permissions that another operation may be about to grant: so does the provider, for
 * minutes (docs/aws-facts.md#function-permission-retry). What is waited for here is the same engine's next operation, which takes real time whatever
 * the time scale, and little of it. Throws the last refusal.
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
