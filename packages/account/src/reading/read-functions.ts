import {
  type FunctionConfiguration,
  GetFunctionConfigurationCommand,
  type LambdaClient,
  ListTagsCommand,
  paginateListAliases,
  paginateListFunctions,
} from "@aws-sdk/client-lambda";
import type { AccountAlias, AccountFunction, AccountVersion } from "@lambda-vpc/model";
import type { Caller } from "../calls/caller";
import { concurrently } from "../calls/concurrently";
import type { ReadingProgress } from "./reading-progress";

export interface FunctionReading {
  readonly lambda: LambdaClient;
  readonly caller: Caller;
  /** How many calls run at the same time. */
  readonly concurrency: number;
  /** Whether to read the tags, which takes one call for each function. */
  readonly tags: boolean;
  readonly progress: ReadingProgress;
}

/**
 * Reads the functions with their versions. One list contains all versions (docs/aws-facts.md#function-listing). State and aliases take a call for each
 * function, so only functions in a VPC are asked, and for aliases only those that have published versions there.
 */
export async function readFunctions(reading: FunctionReading): Promise<readonly AccountFunction[]> {
  const { lambda, caller, concurrency, progress } = reading;
  progress({ part: "functions" });
  const purpose = { part: "functions", call: "lambda:ListFunctions" } as const;
  const listed = await caller.list(
    purpose,
    paginateListFunctions({ client: lambda }, { FunctionVersion: "ALL" }),
    (page) => page.Functions,
  );
  const byName = [...Map.groupBy(listed, ({ FunctionName = "" }) => FunctionName)].sort();
  let done = 0;
  return (
    await concurrently(concurrency, byName, async ([name, versions]) => {
      const read = await readFunction(reading, name, versions);
      progress({ part: "functions", done: ++done, total: byName.length });
      return read;
    })
  ).flatMap((one) => one ?? []);
}

async function readFunction(
  reading: FunctionReading,
  name: string,
  configurations: readonly FunctionConfiguration[],
): Promise<AccountFunction | undefined> {
  const versions = configurations.map(versionOf);
  const latest = versions.find(({ version }) => version === "$LATEST");
  const published = versions.filter((one) => one !== latest);
  const arn = latest === undefined ? undefined : configurations[0]?.FunctionArn?.split(":").slice(0, 7).join(":");
  // Only in a list that was cut, which has a gap, a function lacks its latest version.
  if (latest === undefined || arn === undefined) return undefined;
  const [state, aliases, tags] = await Promise.all([
    latest.vpc === undefined ? {} : readState(reading, name),
    published.some(({ vpc }) => vpc !== undefined) ? readAliases(reading, name) : [],
    reading.tags ? readTags(reading, name, arn) : undefined,
  ]);
  return { name, arn, latest: { ...latest, ...state }, published, aliases, ...(tags === undefined ? {} : { tags }) };
}

function versionOf({ Version = "", VpcConfig, Role = "", LastModified }: FunctionConfiguration): AccountVersion {
  const { VpcId = "", SubnetIds = [], SecurityGroupIds = [], Ipv6AllowedForDualStack = false } = VpcConfig ?? {};
  const vpc = { vpc: VpcId, subnets: SubnetIds, securityGroups: SecurityGroupIds, ipv6: Ipv6AllowedForDualStack };
  return {
    version: Version,
    // Lambda reports a function outside of VPCs with empty lists (docs/aws-facts.md#function-listing).
    ...(SubnetIds.length === 0 ? {} : { vpc }),
    role: Role,
    ...(LastModified === undefined ? {} : { lastModified: LastModified }),
  };
}

/** Lists do not contain the state (docs/aws-facts.md#function-listing). */
async function readState({ lambda, caller }: FunctionReading, name: string): Promise<Pick<AccountVersion, "state" | "stateReason">> {
  const purpose = { part: "states", subject: name, call: "lambda:GetFunctionConfiguration" } as const;
  const answer = await caller.ask(purpose, () => lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name })));
  const { State, StateReasonCode } = answer ?? {};
  return { ...(State === undefined ? {} : { state: State }), ...(StateReasonCode === undefined ? {} : { stateReason: StateReasonCode }) };
}

async function readAliases({ lambda, caller }: FunctionReading, name: string): Promise<readonly AccountAlias[]> {
  const purpose = { part: "aliases", subject: name, call: "lambda:ListAliases" } as const;
  const aliases = await caller.list(purpose, paginateListAliases({ client: lambda }, { FunctionName: name }), (page) => page.Aliases);
  return aliases.map(({ Name = "", FunctionVersion, RoutingConfig }) => ({
    name: Name,
    versions: [...(FunctionVersion === undefined ? [] : [FunctionVersion]), ...Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {})],
  }));
}

async function readTags({ lambda, caller }: FunctionReading, name: string, arn: string): Promise<AccountFunction["tags"]> {
  const purpose = { part: "tags", subject: name, call: "lambda:ListTags" } as const;
  const answer = await caller.ask(purpose, () => lambda.send(new ListTagsCommand({ Resource: arn })));
  return answer === undefined ? undefined : (answer.Tags ?? {});
}
