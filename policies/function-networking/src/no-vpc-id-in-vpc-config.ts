import { displayName, type Knowable, type ResolvedAttachment } from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";

export const noVpcIdInVpcConfig = definePolicy({
  id: "no-vpc-id-in-vpc-config",
  title: "No function is given a vpcId: AWS finds it from the subnets.",
  severity: "high",
  level: "mandatory",
  config: {},
  check: ({ network, plan }) => {
    const given = new Map((network.functions ?? []).map(({ key, vpcIdGiven }) => [key, vpcIdGiven]));
    return plan.attachments.flatMap((attachment) => {
      const isGiven = given.get(attachment.consumer);
      return isGiven === undefined ? [] : checkFunction(attachment, isGiven);
    });
  },
});

function checkFunction({ consumer: subject, subnets }: ResolvedAttachment, given: Knowable<boolean>): readonly Finding[] {
  const name = displayName(subject);
  if (!given.known) {
    const cause = subnets.uncertainty ?? "list-unknown";
    return [{ verdict: "undecided", subject, what: `whether ${name} is given a vpcId`, causes: new Map([[cause, [subject]]]) }];
  }
  if (!given.value) return [];
  return [
    {
      verdict: "violation",
      subject,
      what: `${name} is given vpcConfig.vpcId, which only AWS sets.`,
      why: "the provider refuses it as an unconfigurable attribute, but looks at it only once every id beside it is known: a first preview passes, and the update stops at the function with half of the stack made",
      fix: `delete vpcId from the vpcConfig of ${name}: its subnets say which VPC it is in`,
      basis: "known",
    },
  ];
}
