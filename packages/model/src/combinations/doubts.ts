import type { AlikeKeys } from "./alike";
import type { Key } from "../facts/key";
import type { ResolvedAttachment } from "./resolved-attachment";
import type { Uncertainty } from "../count/uncertainty";

/** Why figures may not be exact: each cause with the consumers it concerns. */
export interface Doubts {
  /** Of counts of combinations: they rest on subnets and security groups. */
  readonly combinations: ReadonlyMap<Uncertainty, readonly Key[]>;
  /** Of counts of sets: they rest on security groups alone. */
  readonly sets: ReadonlyMap<Uncertainty, readonly Key[]>;
}

/** The doubts about figures over `attachments`; `homeless` ones are perhaps not in the VPC they seem to be in. */
export function doubtsAbout(attachments: readonly ResolvedAttachment[], homeless: readonly ResolvedAttachment[], alike: AlikeKeys): Doubts {
  const all = [...new Set([...attachments, ...homeless])];
  const scopes = new Set(all.map(({ scope }) => scope));
  const twins = all.filter((attachment) => namesAlike(attachment, alike)).map(({ consumer }): Doubt => ["perhaps-same-resource", consumer]);
  // The VPC follows from the subnets: where they are in doubt themselves, and that is said, it is no further cause.
  const vpcs = (said: (attachment: ResolvedAttachment) => boolean): readonly Doubt[] =>
    homeless
      .filter((attachment) => attachment.subnets.uncertainty === undefined || !said(attachment))
      .map(({ consumer }) => ["vpc-unknown", consumer]);
  const subnets = all.flatMap((a) => doubtOf(a, a.subnets.uncertainty));
  const groups = all.flatMap((a) => doubtOf(a, a.securityGroups.uncertainty));
  const accounts = scopes.size > 1 ? all.map(({ consumer }): Doubt => ["perhaps-same-account", consumer]) : [];
  return {
    combinations: gather([...subnets, ...groups, ...vpcs(() => true), ...twins, ...accounts]),
    sets: gather([...groups, ...vpcs(({ securityGroups }) => securityGroups.uncertainty !== undefined), ...twins]),
  };
}

type Doubt = readonly [Uncertainty, Key];

function doubtOf({ consumer }: ResolvedAttachment, uncertainty: Uncertainty | undefined): readonly Doubt[] {
  return uncertainty === undefined ? [] : [[uncertainty, consumer]];
}

function namesAlike({ subnets, securityGroups }: ResolvedAttachment, alike: AlikeKeys): boolean {
  return [...subnets.possible, ...securityGroups.possible].some((key) => alike.hasTwin(key));
}

function gather(doubts: readonly Doubt[]): ReadonlyMap<Uncertainty, readonly Key[]> {
  const causes = Map.groupBy(doubts, ([uncertainty]) => uncertainty);
  return new Map([...causes].map(([uncertainty, concerned]) => [uncertainty, [...new Set(concerned.map(([, consumer]) => consumer))]]));
}
