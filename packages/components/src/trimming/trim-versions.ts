import { type Alias, allPages, hasErrorName, type LambdaCalls, type Version } from "./lambda-calls";
import { retryUntilAllowed } from "./retry-until-allowed";
import { type PublishedVersion, versionsThatBlock, versionsToTrim } from "./versions-to-trim";

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
 * The handler of a trimmer. It deletes the versions that are too old, and those of a former network. It deletes versions one after another, the oldest first. It can stop at any point: the next trimming
 * continues. Throws the error of Lambda, with the function and the versions that were deleted before.
 */
export function trimmer(calls: LambdaCalls, pause = sleep): (event: TrimEvent) => Promise<TrimResult> {
  const lambda = retryUntilAllowed(calls, pause);
  return async ({ functionName, keep, [LIFECYCLE_KEY]: lifecycle }) => {
    if (lifecycle?.action === "delete") return { deleted: [], refused: [] };
    const [deleted, refused]: [string[], string[]] = [[], []];
    try {
      const { versions, inUse } = await findVersions(lambda, functionName, pause);
      for (const version of versionsToTrim(versions, inUse, keep))
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

/** The versions that a function has now, and those that must stay. */
interface FoundVersions {
  readonly versions: readonly PublishedVersion[];
  readonly inUse: ReadonlySet<string>;
}

/** Seconds between looks at the aliases. The update that publishes a version moves aliases to it at the same time. */
const PAUSES = [1, 2, 4, 8];

/** Looks again for some seconds while an alias names a version of a former network: it would keep this network from being deleted. */
async function findVersions(lambda: LambdaCalls, functionName: string, pause: typeof sleep): Promise<FoundVersions> {
  for (const seconds of PAUSES) {
    const found = await listVersions(lambda, functionName);
    if (versionsThatBlock(found.versions, found.inUse).length === 0) return found;
    await pause(seconds);
  }
  return listVersions(lambda, functionName);
}

async function listVersions(lambda: LambdaCalls, FunctionName: string): Promise<FoundVersions> {
  const versions = await allPages((marker) => lambda.listVersionsByFunction({ FunctionName, ...marker }));
  const aliases = await allPages((marker) => lambda.listAliases({ FunctionName, ...marker }));
  const provisioned = await allPages((marker) => lambda.listProvisionedConcurrencyConfigs({ FunctionName, ...marker }));
  const inUse = [
    ...aliases.flatMap(({ Aliases = [] }) => Aliases.flatMap(versionsOf)),
    ...provisioned.flatMap(({ ProvisionedConcurrencyConfigs = [] }) => ProvisionedConcurrencyConfigs.map(qualifierOf)),
  ];
  return { versions: versions.flatMap(({ Versions = [] }) => Versions.map(publishedVersion)), inUse: new Set(inUse) };
}

function publishedVersion({ Version = "", VpcConfig: { SubnetIds = [], SecurityGroupIds = [] } = {} }: Version): PublishedVersion {
  return { version: Version, network: [...SubnetIds, ...SecurityGroupIds] };
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
