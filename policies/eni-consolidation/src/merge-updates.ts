import { freedGroups, keySet, type Merge, type ResolvedNetwork } from "@lambda-vpc/model";
import { type Change, inOrder, inUpdates, type Step, type Violation } from "@lambda-vpc/policy-kit";

/** A fix, and the causes of other findings that it removes. */
export type Advice = Pick<Violation, "fix" | "removes">;

/** The advice to make merges. `merge-equivalent-security-groups` reports the same merges, which are then not repeated. */
export function mergeAdvice(resolved: ResolvedNetwork, merges: readonly [Merge, ...Merge[]]): Advice {
  return { fix: inOrder(mergeUpdates(resolved, merges)), removes: merges.map(causeOf) };
}

/** The updates of merges: every function takes the set that is kept; then the groups that nothing uses then are deleted. */
export function mergeUpdates(resolved: ResolvedNetwork, [first, ...others]: readonly [Merge, ...Merge[]]): Change["updates"] {
  const merges = [first, ...others];
  const movers = keySet(merges.flatMap((merge) => merge.movers));
  const kept = new Set(merges.flatMap(({ keep }) => keep));
  const replaced = merges.flatMap(({ replace }) => replace.flat()).filter((group) => !kept.has(group));
  const freed = freedGroups(resolved, replaced, movers);
  const removals: readonly Step[] = freed.length === 0 ? [] : [{ step: "remove-resources", resources: freed }];
  return inUpdates(resolved.network, movers, [useOf(first), ...others.map(useOf)], removals);
}

function useOf({ keep, movers }: Merge): Step {
  return { step: "set-vpc-config", functions: movers, securityGroups: keep };
}

/** Names the cause that sets with the same rules are: `share-security-groups` and `eni-budget` may advise the same merge. */
export function causeOf({ keep, replace }: Merge): string {
  return `sets with the same rules: ${[keep, ...replace].map((set) => set.join(" + ")).join("; ")}`;
}
