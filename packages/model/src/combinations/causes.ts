import type { Uncertainty } from "../count/uncertainty";
import { type Key, keySet } from "../facts/key";
import type { PossibleAliases } from "./possible-aliases";
import type { ResolvedAttachment } from "./resolved-attachment";

/** Why a figure may not be exact: each cause with the consumers that it affects. */
export type Causes = ReadonlyMap<Uncertainty, readonly Key[]>;

/** One cause with one consumer that it affects. */
export type CausePair = readonly [Uncertainty, Key];

/** Why the figures of a group of attachments may not be exact. */
export interface FigureCauses {
  /** Of counts of combinations: they depend on subnets and security groups. */
  readonly combinations: Causes;
  /** Of counts of sets: they depend on security groups alone. */
  readonly sets: Causes;
}

/** Why figures over `attachments` may not be exact. The VPC of `unplaced` attachments is uncertain. */
export function causesOf(
  attachments: readonly ResolvedAttachment[],
  unplaced: readonly ResolvedAttachment[],
  aliases: PossibleAliases,
): FigureCauses {
  const all = [...new Set([...attachments, ...unplaced])];
  const scopes = new Set(all.map(({ scope }) => scope));
  const aliased = all.filter((one) => hasAlias(one, aliases)).map(({ consumer }): CausePair => ["perhaps-same-resource", consumer]);
  // The VPC follows from the subnets: if the subnets are uncertain and that is reported, the VPC is not an additional cause.
  const vpcs = (reported: (attachment: ResolvedAttachment) => boolean): readonly CausePair[] =>
    unplaced
      .filter((attachment) => attachment.subnets.uncertainty === undefined || !reported(attachment))
      .map(({ consumer }) => ["vpc-unknown", consumer]);
  const subnets = all.flatMap((one) => causeOf(one, one.subnets.uncertainty));
  const groups = all.flatMap((one) => causeOf(one, one.securityGroups.uncertainty));
  const accounts = scopes.size > 1 ? all.map(({ consumer }): CausePair => ["perhaps-same-account", consumer]) : [];
  return {
    combinations: groupCauses([...subnets, ...groups, ...vpcs(() => true), ...aliased, ...accounts]),
    sets: groupCauses([...groups, ...vpcs(({ securityGroups }) => securityGroups.uncertainty !== undefined), ...aliased]),
  };
}

/** Groups pairs by cause. Each consumer is listed once, in canonical order. */
export function groupCauses(pairs: readonly CausePair[]): Causes {
  const causes = Map.groupBy(pairs, ([uncertainty]) => uncertainty);
  return new Map([...causes].map(([uncertainty, concerned]) => [uncertainty, keySet(concerned.map(([, consumer]) => consumer))]));
}

/** The reverse of `groupCauses`. */
export function pairsOf(causes: Causes): readonly CausePair[] {
  return [...causes].flatMap(([uncertainty, consumers]) => consumers.map((consumer): CausePair => [uncertainty, consumer]));
}

function causeOf({ consumer }: ResolvedAttachment, uncertainty: Uncertainty | undefined): readonly CausePair[] {
  return uncertainty === undefined ? [] : [[uncertainty, consumer]];
}

function hasAlias({ subnets, securityGroups }: ResolvedAttachment, aliases: PossibleAliases): boolean {
  return [...subnets.possible, ...securityGroups.possible].some((key) => aliases.hasAlias(key));
}
