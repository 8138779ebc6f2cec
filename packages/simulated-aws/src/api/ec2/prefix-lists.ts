import { arn } from "../../account/store/arn";
import { AwsError } from "../../account/store/aws-error";
import { type PrefixList, prefixLists } from "../../account/vpc/prefix-list";
import { operation } from "../operation/operation";
import { requireParameter } from "../operation/parameters";
import { listing, refuseDryRun } from "./listing";

const notFound = (id: string) => new AwsError("InvalidPrefixListID.NotFound", `The prefix list ID '${id}' does not exist`);

/** Prefix lists of AWS. Those of customers are not simulated. */
export const describeManagedPrefixLists = listing<PrefixList>({
  name: "DescribeManagedPrefixLists",
  set: "prefixListSet",
  rows: ({ region }) => prefixLists(region),
  idOf: ({ id }) => id,
  selectors: [{ parameter: "PrefixListId", valueOf: ({ id }) => id, notFound }],
  filters: { "owner-id": () => "AWS", "prefix-list-id": ({ id }) => id, "prefix-list-name": ({ name }) => name },
  pageSizes: [1, 100],
  describe: ({ id, name }, { region }) => ({
    prefixListId: id,
    prefixListName: name,
    prefixListArn: arn("ec2", region, "aws", `prefix-list/${id}`),
    addressFamily: "IPv4",
    ownerId: "AWS",
    tagSet: [],
  }),
});

export const getManagedPrefixListEntries = operation({
  name: "GetManagedPrefixListEntries",
  parameters: { DryRun: "flag", PrefixListId: "text", MaxResults: "integer", NextToken: "text" },
  answer: ({ region }, { DryRun, PrefixListId }) => {
    refuseDryRun(DryRun);
    const wanted = requireParameter(PrefixListId, "PrefixListId");
    const list = prefixLists(region).find(({ id }) => id === wanted);
    if (list === undefined) throw notFound(wanted);
    return { entrySet: list.cidrBlocks.map((cidr) => ({ cidr })) };
  },
});
