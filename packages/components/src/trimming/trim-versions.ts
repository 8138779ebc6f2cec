import { type Alias, allPages, hasErrorName, type LambdaCalls } from "./lambda-calls";
import { retryUntilAllowed } from "./retry-until-allowed";
import { versionsToTrim } from "./versions-to-trim";

/* The code of the trimmer's function. It runs in Lambda, so every module that it imports is packed with it. */

/** A request to a trimmer. */
export interface TrimRequest {
  /** The function whose versions to trim. */
  readonly functionName: string;
  /** The latest published version. The invocation is repeated when the request changes. */
  readonly version: string;
  /** How many of the newest versions to keep, 1 or more. */
  readonly keep: number;
}

/**
 * The key under which the provider adds the lifecycle action: `create`, `update` or `delete` (docs/aws-facts.md#invocation-lifecycle). By
 * this key a policy knows at preview whose versions are trimmed.
 */
export const LIFECYCLE_KEY = "trimPublishedVersions";

export type TrimEvent = TrimRequest & { readonly [LIFECYCLE_KEY]?: { readonly action: string } };

/** The result of trimming. */
export interface TrimResult {
  readonly deleted: readonly string[];
  /** Versions that Lambda refused to delete because an alias now names them. The next trimming tries again. */
  readonly refused: readonly string[];
}

/**
 * The handler of a trimmer. It deletes versions one after another, the oldest first. It can stop at any point: the next trimming
 * continues. Throws the error of Lambda, with the function and the versions that were deleted before.
 */
export function trimmer(calls: LambdaCalls, pause = sleep): (event: TrimEvent) => Promise<TrimResult> {
  const lambda = retryUntilAllowed(calls, pause);
  return async ({ functionName, keep, [LIFECYCLE_KEY]: lifecycle }) => {
    if (lifecycle?.action === "delete") return { deleted: [], refused: [] };
    const [deleted, refused]: [string[], string[]] = [[], []];
    try {
      for (const version of await findVersions(lambda, functionName, keep))
        ((await isDeleted(lambda, functionName, version)) ? deleted : refused).push(version);
      return { deleted, refused };
    } catch (error) {
      const progress = deleted.length === 0 ? "deleted no version" : `deleted ${deleted.join(", ")}`;
      const nextStep = "The function and its other versions are unchanged. Publishing the next version trims again";
      throw new Error(`Trimming the versions of ${functionName} ${progress} and stopped at ${String(error)}. ${nextStep}.`, {
        cause: error,
      });
    }
  };
}

/** The versions to delete, of those that the function has now. */
async function findVersions(lambda: LambdaCalls, FunctionName: string, keep: number): Promise<readonly string[]> {
  const versions = await allPages((marker) => lambda.listVersionsByFunction({ FunctionName, ...marker }));
  const aliases = await allPages((marker) => lambda.listAliases({ FunctionName, ...marker }));
  const provisioned = await allPages((marker) => lambda.listProvisionedConcurrencyConfigs({ FunctionName, ...marker }));
  const inUse = [
    ...aliases.flatMap(({ Aliases = [] }) => Aliases.flatMap(versionsOf)),
    ...provisioned.flatMap(({ ProvisionedConcurrencyConfigs = [] }) => ProvisionedConcurrencyConfigs.map(qualifierOf)),
  ];
  const published = versions.flatMap(({ Versions = [] }) => Versions.flatMap(({ Version = [] }) => Version));
  return versionsToTrim(published, new Set(inUse), keep);
}

function versionsOf({ FunctionVersion = "", RoutingConfig }: Alias): readonly string[] {
  return [FunctionVersion, ...Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {})];
}

function qualifierOf({ FunctionArn = "" }: { readonly FunctionArn?: string | undefined }): string {
  return FunctionArn.slice(FunctionArn.lastIndexOf(":") + 1);
}

/**
 * Deletes a version, if it still exists. Without the qualifier the call would delete the whole function, which a trimmer's role does not
 * allow.
 */
async function isDeleted(lambda: LambdaCalls, FunctionName: string, Qualifier: string): Promise<boolean> {
  try {
    await lambda.deleteFunction({ FunctionName, Qualifier });
  } catch (error) {
    if (hasErrorName(error, "ResourceConflictException")) return false;
    if (!hasErrorName(error, "ResourceNotFoundException")) throw error;
  }
  return true;
}

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
