import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";
import { aliasesOf } from "./function-alias";
import { releaseInterfaces } from "../interfaces/hyperplane";
import { findFunction } from "./lambda-function";

/** ListVersionsByFunction: `$LATEST`, then the published versions, the oldest first. */
export function versionsOfFunction(account: Account, functionName: string): readonly string[] {
  findFunction(account, functionName);
  const published = account.tables.functionVersions.where("function", functionName).map(({ version }) => version);
  return ["$LATEST", ...published.sort((one, other) => one - other).map(String)];
}

/**
 * DeleteFunction for one version. Releases the interfaces that only this version used. Throws `ResourceNotFoundException`, and
 * `ResourceConflictException` if an alias names it (docs/aws-facts.md#version-deletion).
 */
export function deleteVersion(account: Account, functionName: string, version: string): void {
  const row = account.tables.functionVersions.get(`${functionName}:${version}`);
  if (row === undefined) throw new AwsError("ResourceNotFoundException", `Function not found: ${functionName}:${version}`);
  const aliases = aliasesOf(account, functionName, version);
  if (aliases.length > 0)
    throw new AwsError(
      "ResourceConflictException",
      `Unable to delete version because the following aliases reference it: [${aliases.join(", ")}]`,
    );
  account.tables.functionVersions.remove(row.id);
  releaseInterfaces(account, row);
}
