import { hasErrorName, type LambdaCalls } from "./lambda-calls";

/**
 * Seconds between attempts that are denied: a permission can take effect some time after it was granted
 * (docs/aws-facts.md#iam-propagation).
 */
const PAUSES = [1, 2, 4, 8, 16];

/** The same calls. Each is repeated while access is denied, for about half a minute. */
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
