import { AwsError } from "../account/store/aws-error";

/** Milliseconds between two attempts. */
const PAUSE = 100;

/** The most attempts to create a function, and to delete a group. */
const [CREATIONS, DELETIONS] = [50, 10];

type Wait = (milliseconds: number) => Promise<void>;

/**
 * Repeats `work` while AWS rejects it because of missing permissions, which another operation may be about to grant. The provider does the
 * same for minutes (docs/aws-facts.md#function-permission-retry). Here the wait is for the next operation of the same engine, which is
 * short and independent of the time scale. Throws the last error.
 */
export function retryUntilPermitted<Result>(wait: Wait, work: () => Result): Promise<Result> {
  return retryWhile(({ reason }) => reason.includes("The provided execution role does not have permissions"), CREATIONS, wait, work);
}

/**
 * Repeats a deletion while a rule of another group names the group: the engine may be deleting that rule at the same time. The provider does the same
 * for minutes (docs/aws-facts.md#provider-deletion-wait). Throws the last error.
 */
export function retryUntilUnused<Result>(wait: Wait, work: () => Result): Promise<Result> {
  return retryWhile(({ code, reason }) => code === "DependencyViolation" && / sg-\w+$/.test(reason), DELETIONS, wait, work);
}

async function retryWhile<Result>(
  isTemporary: (error: AwsError) => boolean,
  attempts: number,
  wait: Wait,
  work: () => Result,
): Promise<Result> {
  for (let attempt = 1; ; attempt++)
    try {
      return work();
    } catch (error) {
      if (attempt === attempts || !(error instanceof AwsError) || !isTemporary(error)) throw error;
      await wait(PAUSE);
    }
}
