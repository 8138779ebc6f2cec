import type { Direction, SecurityGroup, SecurityGroupRule } from "../../account/rows/security-group-rows";
import { arn } from "../../account/store/arn";
import type { AnswerList } from "../operation/answer";
import type { Call } from "../operation/call";
import { listing } from "./listing";
import { tagSet } from "./tag-set";
import { AwsError } from "../../account/store/aws-error";

export const describeSecurityGroups = listing<SecurityGroup>({
  name: "DescribeSecurityGroups",
  set: "securityGroupInfo",
  rows: ({ account, region }) => account.tables.securityGroups.all().filter((group) => group.region === region),
  idOf: ({ id }) => id,
  selectors: [
    {
      parameter: "GroupId",
      valueOf: ({ id }) => id,
      notFound: (id) => new AwsError("InvalidGroup.NotFound", `The security group '${id}' does not exist`),
    },
  ],
  tagsOf: ({ tags }) => tags,
  filters: {
    "group-id": ({ id }) => id,
    "group-name": ({ name }) => name,
    "vpc-id": ({ vpcId }) => vpcId,
    description: ({ description }) => description,
    "owner-id": (_, { account }) => account.id,
  },
  pageSizes: [5, 1000],
  describe: (group, call) => ({
    groupId: group.id,
    groupName: group.name,
    groupDescription: group.description,
    ownerId: call.account.id,
    vpcId: group.vpcId,
    securityGroupArn: arn("ec2", group.region, call.account.id, `security-group/${group.id}`),
    ipPermissions: permissions(group, "ingress", call),
    ipPermissionsEgress: permissions(group, "egress", call),
    tagSet: tagSet(group.tags),
  }),
});

/** The rules of one direction: those with the same protocol and ports are one permission. */
function permissions({ id }: SecurityGroup, direction: Direction, call: Call): AnswerList {
  const rules = call.account.tables.securityGroupRules.where("group", id).filter((rule) => rule.direction === direction);
  const permissions = Map.groupBy(rules, ({ protocol, fromPort, toPort }) => [protocol, fromPort, toPort].join());
  return [...permissions.values()].map((same) => ({
    ipProtocol: same[0]?.protocol,
    fromPort: same[0]?.fromPort,
    toPort: same[0]?.toPort,
    groups: same.flatMap(({ peer, ...rule }) =>
      "referencedSecurityGroupId" in peer ? { groupId: peer.referencedSecurityGroupId, userId: call.account.id, ...description(rule) } : [],
    ),
    ipRanges: same.flatMap(({ peer, ...rule }) => ("cidrIpv4" in peer ? { cidrIp: peer.cidrIpv4, ...description(rule) } : [])),
    ipv6Ranges: same.flatMap(({ peer, ...rule }) => ("cidrIpv6" in peer ? { cidrIpv6: peer.cidrIpv6, ...description(rule) } : [])),
    prefixListIds: same.flatMap(({ peer, ...rule }) =>
      "prefixListId" in peer ? { prefixListId: peer.prefixListId, ...description(rule) } : [],
    ),
  }));
}

/** EC2 leaves out an empty description. */
function description({ description: text }: Pick<SecurityGroupRule, "description">) {
  return { description: text === "" ? undefined : text };
}
