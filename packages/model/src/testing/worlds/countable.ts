import type { Attachment, Network } from "../../facts/network";
import { knownList, type PartialList } from "../../facts/partial-list";
import { type Assumption, numberOfWorlds } from "./worlds";

/** The network with known lists instead of unknown ones, starting with the last, until it has few enough worlds to count. */
export function countable(network: Network, mostWorlds: number, assumption: Assumption = "dependencies"): Network {
  const attachments = [...network.attachments];
  const replacements = [...attachments.entries()].reverse().flatMap(([index, attachment]): (readonly [number, Attachment])[] => [
    [index, { ...attachment, subnets: known(attachment.subnets) }],
    [index, { ...attachment, subnets: known(attachment.subnets), securityGroups: known(attachment.securityGroups) }],
  ]);
  for (const [index, attachment] of replacements)
    if (numberOfWorlds({ ...network, attachments }, assumption) > mostWorlds) attachments[index] = attachment;
  return { ...network, attachments };
}

function known(list: PartialList): PartialList {
  return knownList([...list.known, ...list.candidates].slice(0, 3));
}
