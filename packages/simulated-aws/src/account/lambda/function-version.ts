import type { Account } from "../store/account";
import type { LambdaFunction, VpcConfig } from "../rows/lambda-rows";
import { AwsError } from "../store/aws-error";
import { aliasesOf } from "./function-alias";
import { releaseInterfaces } from "../interfaces/hyperplane";
import { findFunction } from "./lambda-function";

/** A function as it is, or as one of its versions was published. */
export interface ListedVersion {
  /** `$LATEST` or a number. */
  readonly version: string;
  /** The place in the list: 0 for `$LATEST`. */
  readonly number: number;
  readonly role: string;
  readonly configuration: LambdaFunction["configuration"];
  readonly vpcConfig?: VpcConfig;
}

/** `$LATEST`, then the published versions, the oldest first (docs/aws-facts.md#version-listing). */
export function listVersions(account: Account, row: LambdaFunction): readonly ListedVersion[] {
  const published = account.tables.functionVersions.where("function", row.id).toSorted((one, other) => one.version - other.version);
  return [
    latestVersion(row),
    ...published.map(({ version, role, vpcConfig, configuration = row.configuration }) => ({
      version: String(version),
      number: version,
      role,
      configuration,
      ...(vpcConfig === undefined ? {} : { vpcConfig }),
    })),
  ];
}

export function latestVersion({ role, configuration, vpcConfig }: LambdaFunction): ListedVersion {
  return { version: "$LATEST", number: 0, role, configuration, ...(vpcConfig === undefined ? {} : { vpcConfig }) };
}

export function versionsOfFunction(account: Account, functionName: string): readonly string[] {
  return listVersions(account, findFunction(account, functionName)).map(({ version }) => version);
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
