import { compareKeys, keySet } from "@lambda-vpc/model";
import { causeName } from "../findings/cause";
import { limitOf, worstOf } from "../findings/measure";
import { aboutOf, type Waivable, type Waiver } from "./waiver";

/** A waiver without the reason and the day, which a person gives. */
export type WaiverRecord = Omit<Waiver, "reason" | "expires" | "upTo" | "pattern">;

/**
 * What a waiver records of a finding. Law: a waiver with this record tolerates the finding, and none that is worse (`tolerates`). A number without a
 * bound is left out: it cannot be worse.
 */
export function recordOf({ policy, finding, stack }: Waivable): WaiverRecord {
  const { verdict, kind, measure } = finding;
  const [first = "", ...others] = keySet(aboutOf(finding));
  const found = measure === undefined ? undefined : worstOf(measure);
  const limit = measure === undefined ? undefined : limitOf(measure);
  const members = [...new Set(measure?.members?.map(({ name }) => name) ?? [])].sort(compareKeys);
  return {
    policy,
    subject: others.length === 0 ? first : [first, ...others],
    ...(stack === undefined ? {} : { stacks: [stack] }),
    ...(kind === undefined ? {} : { kind }),
    verdict,
    ...(finding.verdict === "undecided" ? { causes: keySet([...finding.causes.keys()].map(causeName)) } : {}),
    ...(isFinite(found) ? { found } : {}),
    ...(isFinite(found) && isFinite(limit) ? { limit } : {}),
    ...(members.length === 0 ? {} : { members }),
  };
}

function isFinite(number: number | undefined): number is number {
  return number !== undefined && Number.isFinite(number);
}
