import { type Alias, allPages, hasErrorName, type LambdaCalls } from "./lambda-calls";
import { retryUntilAllowed } from "./retry-until-allowed";
import { versionsToTrim } from "./versions-to-trim";

/*
 * The code of the function that trims. It runs in Lambda, so all that it imports is packed with it.
 */

/** What a trimmer is asked. */
export interface TrimRequest {
  /** The function whose versions to trim. */
  readonly functionName: string;
  /** The version that was published last: a question that differs from the one before is asked anew. */
  readonly version: string;
  /** How many of the newest versions stay, 1 or more. */
  readonly keep: number;
}

/**
 * Under this key the provider says what happens to the question: `create`, `update` or `delete` (docs/aws-facts.md#invocation-lifecycle). By it a
 * policy knows, before anything is deployed, whose versions are trimmed.
 */
export const LIFECYCLE_KEY = "trimPublishedVersions";

export type TrimEvent = TrimRequest & { readonly [LIFECYCLE_KEY]?: { readonly action: string } };

/** What became of versions. */
export interface TrimResult {
  readonly deleted: readonly string[];
  /** Those that Lambda refused to delete, because an alias has come to name them; the next trimming looks again. */
  readonly refused: readonly string[];
}

/**
 * The handler of a trimmer. It deletes the versions that are to go one after another, the oldest first: wherever it stops, what is left is whole, and the
 * next trimming goes on. Throws what Lambda says, with the function and what was deleted before.
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
      const progress = deleted.length === 0 ? "deleted none" : `deleted ${deleted.join(", ")}`;
      const nextStep = "The function and its other versions are as they were, and publishing the next version trims again";
      throw new Error(`Trimming the versions of ${functionName} ${progress} and stopped at ${String(error)}. ${nextStep}.`, {
        cause: error,
      });
    }
  };
}

/** The versions that are to go, of those that the function has now. */
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

/** Deletes a version, if it is there still. Without the qualifier the call would mean the whole function: no trimmer's role is allowed that. */
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
