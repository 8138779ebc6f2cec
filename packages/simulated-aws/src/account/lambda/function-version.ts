import type { Account } from "../store/account";
import type { VpcConfig } from "../rows/lambda-rows";
import { AwsError } from "../store/aws-error";
import { aliasesOf } from "./function-alias";
import { releaseInterfaces } from "../interfaces/hyperplane";
import { findFunction } from "./lambda-function";

/** A version with the VPC configuration that it was published with. */
export interface ListedVersion {
  readonly version: string;
  readonly vpcConfig?: VpcConfig;
}

/** ListVersionsByFunction: `$LATEST`, then the published versions, the oldest first (docs/aws-facts.md#version-listing). */
export function listVersions(account: Account, functionName: string): readonly ListedVersion[] {
  const latest = { ...findFunction(account, functionName), version: "$LATEST" };
  const published = account.tables.functionVersions.where("function", functionName).toSorted((one, other) => one.version - other.version);
  return [latest, ...published].map(({ version, vpcConfig }) => ({
    version: String(version),
    ...(vpcConfig === undefined ? {} : { vpcConfig }),
  }));
}

export function versionsOfFunction(account: Account, functionName: string): readonly string[] {
  return listVersions(account, functionName).map(({ version }) => version);
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
