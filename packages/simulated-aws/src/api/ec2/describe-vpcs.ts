import type { Vpc } from "../../account/rows/vpc-rows";
import { idFrom } from "../../account/store/identifier";
import { ipv6AssociationId } from "../../account/vpc/ipv6-range";
import type { AnswerList } from "../operation/answer";
import type { Call } from "../operation/call";
import { listing } from "./listing";
import { notFound } from "./not-found";
import { tagSet } from "./tag-set";

const ASSOCIATED = { state: "associated" };

export const describeVpcs = listing<Vpc>({
  name: "DescribeVpcs",
  set: "vpcSet",
  rows: ({ account, region }) => account.tables.vpcs.all().filter((vpc) => vpc.region === region),
  idOf: ({ id }) => id,
  selectors: [{ parameter: "VpcId", valueOf: ({ id }) => id, notFound: notFound("InvalidVpcID.NotFound", "vpc") }],
  tagsOf: ({ tags }) => tags,
  filters: {
    "vpc-id": ({ id }) => id,
    cidr: ({ cidrBlock }) => cidrBlock,
    "cidr-block-association.cidr-block": (vpc, call) => ranges(vpc, call).map(({ cidrBlock }) => cidrBlock),
    "ipv6-cidr-block-association.ipv6-cidr-block": ({ ipv6CidrBlock }) => ipv6CidrBlock,
    "is-default": ({ isDefault }) => isDefault === true,
    "owner-id": (_, { account }) => account.id,
    state: () => "available",
  },
  pageSizes: [5, 1000],
  describe: (vpc, call) => ({
    vpcId: vpc.id,
    ownerId: call.account.id,
    state: "available",
    cidrBlock: vpc.cidrBlock,
    dhcpOptionsId: idFrom("dopt", vpc.region),
    instanceTenancy: vpc.instanceTenancy,
    isDefault: vpc.isDefault === true,
    cidrBlockAssociationSet: ranges(vpc, call).map((range) => ({ ...range, cidrBlockState: ASSOCIATED })),
    ipv6CidrBlockAssociationSet: ipv6Ranges(vpc),
    tagSet: tagSet(vpc.tags),
  }),
});

function ranges({ id, cidrBlock }: Vpc, { account }: Call) {
  return [
    { associationId: idFrom("vpc-cidr-assoc", `${id} range`), cidrBlock },
    ...account.tables.vpcCidrBlocks.where("vpc", id).map((block) => ({ associationId: block.id, cidrBlock: block.cidrBlock })),
  ];
}

function ipv6Ranges({ id, region, ipv6CidrBlock }: Vpc): AnswerList {
  if (ipv6CidrBlock === undefined) return [];
  const associationId = ipv6AssociationId("vpc", id, ipv6CidrBlock);
  return [{ associationId, ipv6CidrBlock, ipv6CidrBlockState: ASSOCIATED, networkBorderGroup: region, ipv6Pool: "Amazon" }];
}
