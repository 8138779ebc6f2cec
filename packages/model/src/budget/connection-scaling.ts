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
 * ENIs that Lambda adds to the combinations of `subnet` because `residents`, who may be in it, open more connections than one ENI carries:
 *
 *     ⌈c / 65,000⌉ − 1 for a combination whose functions hold c connections there together
 *
 * Likely, a function spreads its connections over its subnets evenly. At most all of them are in this one, as when the other zones fail; at
 * least none are, unless it has no other subnet.
 */
export function scalingIn(subnet: Key, residents: readonly ResolvedAttachment[], assumed: readonly PeakConnections[]): Count {
  const busy = residents.map((attachment) => ({ attachment, connections: peakOf(attachment, assumed) })).filter((l) => l.connections > 0);
  const { lower, estimate } = readingsIn(subnet, residents);
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

/** Whether anybody assumes a peak for the function. */
export function hasPeak(attachment: ResolvedAttachment, assumed: readonly PeakConnections[]): boolean {
  return peakOf(attachment, assumed) > 0;
}

/** The greatest peak that any pattern gives the function. */
function peakOf({ consumer }: ResolvedAttachment, assumed: readonly PeakConnections[]): number {
  return Math.max(0, ...assumed.filter((peak) => matchesPattern(peak.function, consumer)).map(({ peak }) => peak));
}

function evenly({ attachment, connections }: Load): Load {
  const { likely, least } = attachment.subnets;
  return { attachment, connections: connections / Math.max(1, likely.length, least) };
}

/** A function whose set is not exact may have it for itself, which never takes more further ENIs than sharing. */
function exactSetOrOwn(attachment: ResolvedAttachment): string {
  return exactSet(attachment) ?? `alone ${attachment.consumer}`;
}

/** Different scopes may be different accounts, which never share. */
function apart(attachment: ResolvedAttachment): string {
  return `${attachment.scope ?? ""} ${exactSetOrOwn(attachment)}`;
}

/** What functions whose set is not exact add to a combination of others at most: one more ENI than alone. */
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
