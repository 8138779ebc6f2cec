import type { ReadingGap, ReadingPart } from "../account/account-reading";

/** What an audit answers. Each answer depends on parts of the reading. */
export type Question = "interfaces" | "holders" | "pins" | "idle" | "merges" | "addresses" | "quota" | "shares";

const partsOf: Readonly<Record<Question, readonly ReadingPart[]>> = {
  interfaces: ["interfaces"],
  holders: ["functions", "versions"],
  pins: ["functions", "versions", "aliases"],
  idle: ["functions", "states"],
  merges: ["functions", "versions", "security-groups", "security-group-rules", "interfaces", "mount-targets"],
  addresses: ["subnets", "interfaces"],
  quota: ["vpcs", "subnets", "interfaces", "mount-targets", "quotas"],
  shares: ["functions", "versions", "tags"],
};

export const questions = Object.keys(partsOf) as readonly Question[];

/** The gaps that may hide something of the answer. Without any, the answer is whole. Law: another gap never removes one. */
export function doubtsOf(question: Question, gaps: readonly ReadingGap[]): readonly ReadingGap[] {
  return gapsIn(partsOf[question], gaps);
}

/** The gaps in some parts. */
export function gapsIn(parts: readonly ReadingPart[], gaps: readonly ReadingGap[]): readonly ReadingGap[] {
  return gaps.filter(({ part }) => parts.includes(part));
}
