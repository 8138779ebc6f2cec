import type { PeakConnections } from "../facts/assumptions";
import { between, type Count } from "../count/count";
import type { Key } from "../facts/key";
import { CONNECTIONS_PER_ENI } from "../facts/lambda-limits";
import { basisOf, exactSet, type ResolvedAttachment } from "../combinations/resolved-attachment";
import { likelySet } from "../combinations/combinations";
import { matchesPattern } from "../facts/subject-pattern";
import { readingsIn } from "../combinations/attachments-by-subnet";

/** Connections that a function opens in one subnet at its peak. */
interface Load {
  readonly attachment: ResolvedAttachment;
  readonly connections: number;
}

/**
 * ENIs that Lambda adds to the combinations of `subnet` because `attachments`, which may be in it, open more connections than one ENI carries:
 *
 *     ⌈c / 65,000⌉ − 1 for a combination whose functions hold c connections together there
 *
 * In the estimate, a function spreads its connections evenly over its subnets. In the max, all of them are in this subnet, as after a failure of
 * the other zones. In the min, none are, unless the function has no other subnet.
 */
export function scalingIn(subnet: Key, attachments: readonly ResolvedAttachment[], assumed: readonly PeakConnections[]): Count {
  const busy = attachments.map((attachment) => ({ attachment, connections: peakOf(attachment, assumed) })).filter((l) => l.connections > 0);
  const { lower, estimate } = readingsIn(subnet, attachments);
  const [certain, likely] = [new Set(lower), new Set(estimate)];
  const onlyHere = busy.filter(({ attachment }) => certain.has(attachment) && attachment.subnets.most === 1);
  const spread = busy.filter(({ attachment }) => likely.has(attachment)).map((load) => evenly(load));
  return between(
    enisOver(onlyHere, apart),
    enisOver(spread, likelySet),
    enisOver(busy, exactSetOrOwn) + mergedInto(busy),
    basisOf(busy.map(({ attachment }) => attachment)),
  );
}

/** Whether an assumption states a peak for the function. */
export function hasPeak(attachment: ResolvedAttachment, assumed: readonly PeakConnections[]): boolean {
  return peakOf(attachment, assumed) > 0;
}

/** The greatest peak of the patterns that match the function. */
function peakOf({ consumer }: ResolvedAttachment, assumed: readonly PeakConnections[]): number {
  return Math.max(0, ...assumed.filter((peak) => matchesPattern(peak.function, consumer)).map(({ peak }) => peak));
}

function evenly({ attachment, connections }: Load): Load {
  const { likely, least } = attachment.subnets;
  return { attachment, connections: connections / Math.max(1, likely.length, least) };
}

/** A function whose set is not exact may be its only user, which never adds more ENIs than sharing. */
function exactSetOrOwn(attachment: ResolvedAttachment): string {
  return exactSet(attachment) ?? `alone ${attachment.consumer}`;
}

/** Different scopes may be different accounts, which never share ENIs. */
function apart(attachment: ResolvedAttachment): string {
  return `${attachment.scope ?? ""} ${exactSetOrOwn(attachment)}`;
}

/** The most ENIs that functions whose set is not exact add by sharing: one more for each than without sharing. */
function mergedInto(loads: readonly Load[]): number {
  return loads.filter(({ attachment }) => exactSet(attachment) === undefined).length;
}

function enisOver(loads: readonly Load[], setOf: (attachment: ResolvedAttachment) => string): number {
  const sets = [...Map.groupBy(loads, ({ attachment }) => setOf(attachment)).values()];
  return sets.reduce((total, set) => {
    const connections = set.reduce((sum, load) => sum + load.connections, 0);
    return total + Math.ceil(connections / CONNECTIONS_PER_ENI) - 1;
  }, 0);
}
