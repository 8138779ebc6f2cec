import { displayName, type Knowable, type ResolvedAttachment } from "@lambda-vpc/model";
import { change, definePolicy, type Finding } from "@lambda-vpc/policy-kit";

export const noVpcIdInVpcConfig = definePolicy({
  id: "no-vpc-id-in-vpc-config",
  title: "Functions do not set vpcConfig.vpcId: AWS derives it from the subnets.",
  severity: "high",
  level: "mandatory",
  monotone: true,
  config: {},
  check: ({ network, plan }) => {
    const given = new Map((network.functions ?? []).map(({ key, vpcIdGiven }) => [key, vpcIdGiven]));
    return plan.attachments.flatMap((attachment) => {
      const isSet = given.get(attachment.consumer);
      return isSet === undefined ? [] : checkFunction(attachment, isSet);
    });
  },
});

function checkFunction({ consumer: subject, subnets }: ResolvedAttachment, given: Knowable<boolean>): readonly Finding[] {
  const name = displayName(subject);
  if (!given.ok) {
    const cause = subnets.uncertainty ?? "list-unknown";
    return [{ verdict: "undecided", subject, what: `${name} may set vpcConfig.vpcId`, causes: new Map([[cause, [subject]]]) }];
  }
  if (!given.value) return [];
  return [
    {
      verdict: "violation",
      subject,
      what: `${name} sets vpcConfig.vpcId, which is an output.`,
      why: "The first preview passes. The update fails when all ids are known: the provider rejects it (docs/aws-facts.md#vpc-id-refusal).",
      fix: change([{ step: "remove-property", resources: [subject], property: "vpcConfig.vpcId" }], {
        note: "AWS derives the VPC from the subnets.",
      }),
      basis: "known",
    },
  ];
}
