import type { Attachment, Network } from "../../facts/network";
import { knownList, type PartialList } from "../../facts/partial-list";
import { type Assumption, numberOfWorlds } from "./worlds";

/** The network with as many of its lists made known, from the last one on, as keep its worlds few enough to count. */
export function countable(network: Network, mostWorlds: number, assumption: Assumption = "dependencies"): Network {
  const attachments = [...network.attachments];
  const settle = [...attachments.entries()].reverse().flatMap(([index, attachment]): (readonly [number, Attachment])[] => [
    [index, { ...attachment, subnets: settled(attachment.subnets) }],
    [index, { ...attachment, subnets: settled(attachment.subnets), securityGroups: settled(attachment.securityGroups) }],
  ]);
  for (const [index, attachment] of settle)
    if (numberOfWorlds({ ...network, attachments }, assumption) > mostWorlds) attachments[index] = attachment;
  return { ...network, attachments };
}

function settled(list: PartialList): PartialList {
  return knownList([...list.known, ...list.candidates].slice(0, 3));
}
