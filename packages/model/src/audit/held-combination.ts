import type { AccountFunction, AccountReading, AccountVersion } from "../account/account-reading";
import { compareKeys } from "../facts/key";
import { setKey } from "../facts/security-group-set";
import { compareVersions } from "./canonical-reading";

/** The version of a function whose configuration is not published. */
export const LATEST = "$LATEST";

/** A version of a function that holds combinations: `$LATEST`, or the number of a published one. */
export interface Holder {
  readonly function: string;
  readonly version: string;
}

/** One combination of the account, and the versions that hold it. */
export interface HeldCombination {
  readonly vpc: string;
  readonly subnet: string;
  readonly securityGroups: readonly string[];
  /** Never empty. In the order of names and versions. */
  readonly holders: readonly Holder[];
}

/**
 * The combinations that functions and their published versions hold, by `combinationKey`. A version holds one in each of its subnets
 * (docs/aws-facts.md#eni-sharing, docs/aws-facts.md#published-versions).
 */
export function heldCombinations({ functions }: Pick<AccountReading, "functions">): ReadonlyMap<string, HeldCombination> {
  const found = new Map<string, { readonly combination: Omit<HeldCombination, "holders">; readonly holders: Holder[] }>();
  for (const one of functions)
    for (const { version, vpc } of versionsOf(one))
      for (const subnet of vpc?.subnets ?? []) {
        const securityGroups = vpc?.securityGroups ?? [];
        const key = combinationKey(subnet, securityGroups);
        const entry = found.get(key) ?? { combination: { vpc: vpc?.vpc ?? "", subnet, securityGroups }, holders: [] };
        entry.holders.push({ function: one.name, version });
        found.set(key, entry);
      }
  return new Map(
    [...found]
      .sort(([left], [right]) => compareKeys(left, right))
      .map(([key, { combination, holders }]) => [key, { ...combination, holders: holders.sort(compareHolders) }]),
  );
}

/** All versions of a function: `$LATEST` first. */
export function versionsOf({ latest, published }: AccountFunction): readonly AccountVersion[] {
  return [latest, ...published];
}

/**
 * The text of a combination, of groups as `keySet` returns them. Equal texts are one combination: the subnet and the whole set are equal, the order of groups is
 * irrelevant, and a subset is no match (docs/aws-facts.md#eni-matching).
 */
export function combinationKey(subnet: string, securityGroups: readonly string[]): string {
  return `${subnet} / ${setKey(securityGroups)}`;
}

function compareHolders(left: Holder, right: Holder): number {
  return compareKeys(left.function, right.function) || compareVersions(left.version, right.version);
}

/** Versions by their function, in the order of names. */
export function versionsByFunction(holders: readonly Holder[]): readonly FunctionVersions[] {
  return [...Map.groupBy(holders, (holder) => holder.function)]
    .sort(([left], [right]) => compareKeys(left, right))
    .map(([name, own]) => ({
      function: name,
      versions: [...new Set(own.map(({ version }) => version))].sort(compareVersions),
    }));
}

/** Some versions of a function. */
export interface FunctionVersions {
  readonly function: string;
  readonly versions: readonly string[];
}
