import type { SecurityGroupRule } from "../../account/rows/security-group-rows";
import { arn } from "../../account/store/arn";
import { AwsError } from "../../account/store/aws-error";
import type { AnswerObject } from "../operation/answer";
import type { Call } from "../operation/call";
import { listing } from "./listing";
import { tagSet } from "./tag-set";

export const describeSecurityGroupRules = listing<SecurityGroupRule>({
  name: "DescribeSecurityGroupRules",
  set: "securityGroupRuleSet",
  rows: ({ account, region }) =>
    account.tables.securityGroupRules.all().filter(({ groupId }) => account.tables.securityGroups.get(groupId)?.region === region),
  idOf: ({ id }) => id,
  selectors: [
    {
      parameter: "SecurityGroupRuleId",
      valueOf: ({ id }) => id,
      notFound: (id) => new AwsError("InvalidSecurityGroupRuleId.NotFound", `The security group rule ID '${id}' does not exist`),
    },
  ],
  tagsOf: ({ tags }) => tags,
  filters: { "group-id": ({ groupId }) => groupId, "security-group-rule-id": ({ id }) => id },
  pageSizes: [5, 1000],
  describe: (rule, call) => ({
    securityGroupRuleId: rule.id,
    securityGroupRuleArn: arn("ec2", call.region, call.account.id, `security-group-rule/${rule.id}`),
    groupId: rule.groupId,
    groupOwnerId: call.account.id,
    isEgress: rule.direction === "egress",
    ipProtocol: rule.protocol,
    // Of all ports, EC2 answers -1 here, and nothing in DescribeSecurityGroups.
    fromPort: rule.fromPort ?? -1,
    toPort: rule.toPort ?? rule.fromPort ?? -1,
    ...peer(rule, call),
    description: rule.description === "" ? undefined : rule.description,
    tagSet: tagSet(rule.tags),
  }),
});

function peer({ peer: of }: SecurityGroupRule, { account }: Call): AnswerObject {
  if (!("referencedSecurityGroupId" in of)) return { ...of };
  const groupId = of.referencedSecurityGroupId;
  return { referencedGroupInfo: { groupId, userId: account.id, vpcId: account.tables.securityGroups.get(groupId)?.vpcId } };
}
