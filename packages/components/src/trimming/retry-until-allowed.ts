import { hasErrorName, type LambdaCalls } from "./lambda-calls";

/**
 * Seconds between attempts that are denied: a role that was granted something a moment ago may be denied it still (docs/aws-facts.md#iam-propagation).
 */
const PAUSES = [1, 2, 4, 8, 16];

/** The same calls, each of which waits until it is allowed, about half a minute at most. */
export function retryUntilAllowed(lambda: LambdaCalls, pause: (seconds: number) => Promise<void>): LambdaCalls {
  const withRetry = async <T>(call: () => Promise<T>): Promise<T> => {
    for (const seconds of PAUSES) {
      try {
        return await call();
      } catch (error) {
        if (!hasErrorName(error, "AccessDeniedException")) throw error;
      }
      await pause(seconds);
    }
    return call();
  };
  return {
    listVersionsByFunction: (request) => withRetry(() => lambda.listVersionsByFunction(request)),
    listAliases: (request) => withRetry(() => lambda.listAliases(request)),
    listProvisionedConcurrencyConfigs: (request) => withRetry(() => lambda.listProvisionedConcurrencyConfigs(request)),
    deleteFunction: (version) => withRetry(() => lambda.deleteFunction(version)),
  };
}
