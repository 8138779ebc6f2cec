import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";
import { findFunction } from "./lambda-function";
import type { FunctionAlias } from "../rows/lambda-rows";

/** CreateAlias and UpdateAlias. The versions must exist: throws `ResourceNotFoundException`. */
export function putAlias(account: Account, alias: Omit<FunctionAlias, "id">): FunctionAlias {
  findFunction(account, alias.functionName);
  for (const version of versionsOf(alias)) findVersion(account, alias.functionName, version);
  return account.tables.functionAliases.put({ id: `${alias.functionName}:${alias.name}`, ...alias });
}

/** The names of the aliases that send events to a version. */
export function aliasesOf(account: Account, functionName: string, version: string): readonly string[] {
  const aliases = account.tables.functionAliases.where("function", functionName);
  return aliases.filter((alias) => versionsOf(alias).includes(version)).map(({ name }) => name);
}

function versionsOf({ functionVersion, weights }: Pick<FunctionAlias, "functionVersion" | "weights">): readonly string[] {
  return [functionVersion, ...Object.keys(weights)];
}

function findVersion(account: Account, functionName: string, version: string): void {
  if (version !== "$LATEST" && account.tables.functionVersions.get(`${functionName}:${version}`) === undefined)
    throw new AwsError("ResourceNotFoundException", `Function not found: ${functionName}:${version}`);
}
