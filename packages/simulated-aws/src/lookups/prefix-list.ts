import { type PrefixList, prefixLists } from "../account/vpc/prefix-list";
import { requiredText } from "../property/read";
import type { Properties, Value } from "../property/value";
import { arn } from "../account/store/arn";
import { type Candidate, matching, singleMatch } from "./filter";
import type { Lookup } from "./lookup";

const FILTERS = { "prefix-list-id": "id", "prefix-list-name": "name", "owner-id": "ownerId" };

/** Finds AWS-managed prefix lists only. Customer-managed ones are pass-through resources. */
export const getManagedPrefixList: Lookup = (_, inputs) => {
  const { name, id, cidrBlocks } = find("Managed Prefix List", inputs, inputs["id"]);
  const region = requiredText(inputs, "region");
  return {
    addressFamily: "IPv4",
    arn: arn("ec2", region, "aws", `prefix-list/${id}`),
    entries: cidrBlocks.map((cidr) => ({ cidr, description: "" })),
    filters: inputs["filters"] ?? null,
    id,
    maxEntries: 0,
    name,
    ownerId: "AWS",
    region,
    tags: {},
    version: 0,
  };
};

export const getPrefixList: Lookup = (_, inputs) => {
  const { filters = null, prefixListId = null, region = null } = inputs;
  return { ...find("Prefix List", inputs, prefixListId), filters, prefixListId, region };
};

function find(kind: string, inputs: Properties, wantedId: Value | undefined): PrefixList {
  const lists = prefixLists(requiredText(inputs, "region"));
  const described = lists.map(({ id, name }): Candidate => ({ id, name, ownerId: "AWS" }));
  const wanted: Properties = { ...inputs, id: wantedId ?? null };
  const { id } = singleMatch(kind, matching(described, inputs, FILTERS), wanted, ["id", "name"]);
  return lists.find((list) => list.id === id) ?? { id: "", name: "", cidrBlocks: [] };
}
