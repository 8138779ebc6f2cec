import { expect, test } from "@jest/globals";
import { DEFAULT_ENIS_PER_VPC, MAX_SECURITY_GROUPS_PER_FUNCTION, MAX_SUBNETS_PER_FUNCTION } from "./lambda-limits";
import { resolveAttachments } from "../combinations/resolved-attachment";
import { attach, sampleNetwork, unknownList } from "../testing/samples/sample-network";

test.each([
  { limit: "subnets of one function", value: MAX_SUBNETS_PER_FUNCTION, documented: 16, source: "docs/aws-facts.md#function-limits" },
  {
    limit: "security groups of one function",
    value: MAX_SECURITY_GROUPS_PER_FUNCTION,
    documented: 5,
    source: "docs/aws-facts.md#function-limits",
  },
  { limit: "interfaces per VPC by default", value: DEFAULT_ENIS_PER_VPC, documented: 500, source: "docs/aws-facts.md#eni-quota" },
])("the limit of $limit is $documented ($source)", ({ value, documented }) => {
  expect(value).toBe(documented);
});

test("each list of a function is bounded by its own limit", () => {
  const [resolved] = resolveAttachments(sampleNetwork({ attachments: [attach("f", unknownList(), unknownList())] }));
  expect([resolved?.subnets.most, resolved?.securityGroups.most]).toEqual([16, 5]);
});
