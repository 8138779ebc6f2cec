import { eniConsolidation } from "@lambda-vpc/eni-consolidation";
import type { Change } from "@lambda-vpc/policy-kit";
import type { ProgramDescription } from "../description/program-description";
import { applyChange, mechanicalChanges } from "../applying/apply-fix";
import { NotApplicable } from "../applying/edit-resource";
import { type Found, identityOf } from "../findings/found";
import { widenedAccess } from "./access";

/** What a fix promises and does not keep. */
export interface BrokenLaw {
  readonly law:
    | "every step can be followed"
    | "its finding is gone"
    | "no mandatory finding is new"
    | "no access is widened"
    | "every update succeeds"
    | "nothing else is replaced"
    | "the preview prints what was found"
    | "it ends"
    | "no interface is left";
  readonly policy: string;
  readonly message: string;
}

/** The programs after each update of a change, or the law that it breaks. */
export function followed(change: Change, { policy }: Found, program: ProgramDescription): readonly ProgramDescription[] | BrokenLaw {
  try {
    return applyChange(change, program);
  } catch (error) {
    if (error instanceof NotApplicable) return { law: "every step can be followed", policy, message: error.message };
    throw error;
  }
}

/**
 * The law that a finding breaks by still being there after its fix. Findings are counted by policy and verdict, because a finding about several
 * resources can be about another of them afterwards.
 */
export function brokenByStaying(found: Found, before: readonly Found[], after: readonly Found[]): readonly BrokenLaw[] {
  const { policy, verdict } = found;
  const alike = (all: readonly Found[]) => all.filter((one) => one.policy === policy && one.verdict === verdict);
  const stays = after.filter((one) => identityOf(one) === identityOf(found));
  if (stays.length === 0 && alike(after).length < alike(before).length) return [];
  const left = stays.length > 0 ? stays : alike(after);
  return [{ law: "its finding is gone", policy, message: left.map(({ what }) => what).join("; ") }];
}

/**
 * What is broken by mandatory findings that were not there before. A reader follows the advice of one policy after the other, so they count once
 * nothing of the policy is left to follow: between, one function has the advised configuration and the next one has not.
 */
export function brokenByNewFindings({ policy }: Found, before: readonly Found[], after: readonly Found[]): readonly BrokenLaw[] {
  if (after.some((one) => one.policy === policy && mechanicalChanges(one).length > 0)) return [];
  return newMandatory(before, after)
    .filter((one) => one.policy !== policy && !(JUDGE_AFTERWARDS[policy] ?? []).includes(one.policy))
    .map((one) => ({ law: "no mandatory finding is new", policy, message: `${one.policy}: ${one.what}` }));
}

/**
 * Policies that judge the combinations of a function only after the advice of another one is followed: a function in several VPCs, which AWS refuses,
 * holds none.
 */
const JUDGE_AFTERWARDS: Readonly<Record<string, readonly string[]>> = {
  "one-vpc-per-function": eniConsolidation.policies.map(({ id }) => id),
};

/** The mandatory findings of policies that have more of them than before, except those that were there. */
function newMandatory(before: readonly Found[], after: readonly Found[]): readonly Found[] {
  const earlier = new Set(before.map(identityOf));
  const mandatory = (all: readonly Found[]) =>
    Map.groupBy(
      all.filter((one) => one.mandatory),
      ({ policy }) => policy,
    );
  const had = mandatory(before);
  return [...mandatory(after)].flatMap(([policy, some]) =>
    some.length <= (had.get(policy)?.length ?? 0) ? [] : some.filter((one) => !earlier.has(identityOf(one))),
  );
}

/** What is broken by access that a change grants and does not state. */
export function brokenByAccess(
  change: Change,
  { policy }: Found,
  before: ProgramDescription,
  after: ProgramDescription,
): readonly BrokenLaw[] {
  if (change.access === "wider") return [];
  return widenedAccess(before.resources, after.resources).map((message) => ({ law: "no access is widened", policy, message }));
}
