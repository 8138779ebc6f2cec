import type { AccountFunction } from "../account/account-reading";
import type { AuditedCombination } from "./audited-combination";
import { type FunctionVersions, type Holder, LATEST, versionsByFunction } from "./held-combination";

/** A combination that published versions alone hold (docs/aws-facts.md#published-versions). */
export interface PinnedCombination {
  readonly combination: AuditedCombination;
  /** The least set of versions whose deletion frees it: all that hold it, because each keeps it alone. */
  readonly versions: readonly FunctionVersions[];
  /** The aliases that name some of them. AWS deletes no version that an alias names (docs/aws-facts.md#version-deletion). */
  readonly aliases: readonly NamingAlias[];
}

/** An alias that names some of the versions in question. */
export interface NamingAlias {
  readonly function: string;
  readonly alias: string;
  readonly versions: readonly string[];
}

export function pinnedCombinations(
  combinations: readonly AuditedCombination[],
  functions: ReadonlyMap<string, AccountFunction>,
): readonly PinnedCombination[] {
  return combinations
    .filter(({ pinned }) => pinned)
    .map((combination) => ({
      combination,
      versions: versionsByFunction(combination.holders),
      aliases: namingAliases(combination.holders, functions),
    }));
}

/** The aliases that name some of the published versions. */
export function namingAliases(holders: readonly Holder[], functions: ReadonlyMap<string, AccountFunction>): readonly NamingAlias[] {
  return versionsByFunction(holders.filter(({ version }) => version !== LATEST)).flatMap(({ function: name, versions }) =>
    (functions.get(name)?.aliases ?? []).flatMap((alias) => {
      const named = alias.versions.filter((version) => versions.includes(version));
      return named.length === 0 ? [] : [{ function: name, alias: alias.name, versions: named }];
    }),
  );
}
