import { type Key, type Network, untrimmedPublishers } from "@lambda-vpc/model";
import type { Change, Step, Update } from "./fix";

/**
 * The updates that give functions another VPC configuration: `steps` first; then, in an update of its own, the versions that still hold the former
 * groups and subnets are deleted; then `removals`, which nothing holds any more. Deleted in one update with the steps, a group waits for the ENIs
 * of old versions, and the update fails (docs/aws-facts.md#published-versions). Functions that publish nothing need no update between.
 */
export function inUpdates(network: Network, functions: readonly Key[], steps: Update, removals: readonly Step[] = []): Change["updates"] {
  const { certain, possible } = untrimmedPublishers(network);
  const holding = functions.filter((key) => certain.includes(key) || possible.includes(key));
  const [removal, ...more] = removals;
  return [
    steps,
    ...(holding.length === 0 ? [] : [[{ step: "trim-versions", functions: holding }] as const]),
    ...(removal === undefined ? [] : [[removal, ...more] as const]),
  ];
}
