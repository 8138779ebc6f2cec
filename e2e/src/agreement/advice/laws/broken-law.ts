import type { Change } from "@lambda-vpc/policy-kit";
import type { ProgramDescription } from "../description/program-description";
import { applyChange } from "../applying/apply-fix";
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
    | "the preview shows what the description shows"
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
 * What is broken by what the policies find after a change: the finding is still there, or a policy has more mandatory findings than before. Findings
 * are counted by policy, because a finding about several resources can be about another of them afterwards.
 */
export function brokenByFindings(found: Found, before: readonly Found[], after: readonly Found[]): readonly BrokenLaw[] {
  const { policy } = found;
  const stays = after.filter((one) => identityOf(one) === identityOf(found));
  const others = after.filter((one) => one.policy === policy && isCertain(one));
  const earlier = before.filter((one) => one.policy === policy && isCertain(one));
  const gone = stays.length === 0 && others.length < earlier.length;
  return [
    ...(gone
      ? []
      : [{ law: "its finding is gone" as const, policy, message: (stays.length > 0 ? stays : others).map(({ what }) => what).join("; ") }]),
    ...newMandatory(before, after)
      .filter((one) => one.policy !== policy)
      .map((one) => ({ law: "no mandatory finding is new" as const, policy, message: `${one.policy}: ${one.what}` })),
  ];
}

function isCertain({ verdict }: Found): boolean {
  return verdict !== "undecided";
}

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
