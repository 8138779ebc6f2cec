import { type Key, type Network, untrimmedPublishers } from "@lambda-vpc/model";
import type { Change, Step, Update } from "./fix";

/**
 * The updates that give functions another VPC configuration: `steps` first; then, in a separate update, the versions that still hold the former
 * groups and subnets are deleted; then `removals`, which nothing holds then. Deleted in one update with the steps, a group waits for the ENIs
 * of old versions, and the update fails (docs/aws-facts.md#published-versions). Without versions, one update is enough: the engine deletes last.
 */
export function inUpdates(network: Network, functions: readonly Key[], steps: Update, removals: readonly Step[] = []): Change["updates"] {
  const { certain, possible } = untrimmedPublishers(network);
  const publishers = new Set([...certain, ...possible]);
  const holding = functions.filter((key) => publishers.has(key));
  if (holding.length === 0) return [[...steps, ...removals]];
  const [removal, ...more] = removals;
  const trim: Update = [{ step: "trim-versions", functions: holding }];
  return removal === undefined ? [steps, trim] : [steps, trim, [removal, ...more]];
}
