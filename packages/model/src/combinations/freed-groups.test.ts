import { expect, test } from "@jest/globals";
import { resolveNetwork } from "./resolved-network";
import type { Key } from "../facts/key";
import { knownList, type PartialList } from "../facts/partial-list";
import type { Network, SecurityGroup } from "../facts/network";
import { sampleGroups } from "../testing/samples/sample-groups";
import { sampleNetwork } from "../testing/samples/sample-network";
import { freedGroups } from "./freed-groups";

const attachment = (consumer: Key, securityGroups: PartialList) => ({ consumer, subnets: knownList(["subnet"]), securityGroups });
const moving = attachment("moving", knownList(["old"]));
const groups = (fact: Partial<SecurityGroup> = {}): readonly SecurityGroup[] =>
  sampleGroups({ old: [], kept: [] }).map((group) => (group.key === "old" ? { ...group, ...fact } : group));

test.each<[name: string, parts: Partial<Network>, freed: readonly Key[]]>([
  ["a group of the movers alone is free", {}, ["old"]],
  ["a group that another function uses stays", { attachments: [moving, attachment("other", knownList(["old"]))] }, []],
  [
    "a group that another function may use stays",
    { attachments: [moving, attachment("other", { known: [], holes: 1, candidates: ["old", "kept"] })] },
    [],
  ],
  [
    "no group is free while a list may hold any group",
    { attachments: [moving, attachment("other", { known: [], holes: "unknown", candidates: [] })] },
    [],
  ],
  ["a group of a connector stays", { connectors: [attachment("connector", knownList(["old"]))] }, []],
  ["a group of a database stays", { securityGroups: groups({ otherUsers: ["database"] }) }, []],
  ["an adopted group stays: the stack did not create it", { securityGroups: groups({ adopted: true }) }, []],
  ["a group that may be the same as one that another function uses stays", aliased(), []],
])("%s", (_, parts, freed) => {
  const network = sampleNetwork({ securityGroups: groups(), attachments: [moving], ...parts });
  expect(freedGroups(resolveNetwork(network), ["old"], ["moving"])).toEqual(freed);
});

function aliased(): Partial<Network> {
  return { attachments: [moving, attachment("other", knownList(["sg-1"]))], aliases: [["old", "sg-1"]] };
}
