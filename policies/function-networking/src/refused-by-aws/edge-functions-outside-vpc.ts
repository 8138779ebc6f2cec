import { displayName, type EdgeAssociation, type ResolvedAttachment } from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";

export const edgeFunctionsOutsideVpc = definePolicy({
  id: "edge-functions-outside-vpc",
  title: "Functions that CloudFront runs at edge locations are not in a VPC.",
  severity: "high",
  level: "mandatory",
  config: {},
  check: ({ network, resolved }) => {
    const inVpc = new Map(resolved.attachments.map((attachment) => [attachment.consumer, attachment]));
    return (network.edgeAssociations ?? []).flatMap((association) => {
      const attachment = inVpc.get(association.function);
      return attachment === undefined ? [] : checkAssociation(association, attachment);
    });
  },
});

function checkAssociation(
  { distribution, function: subject, uncertainty }: EdgeAssociation,
  { subnets, securityGroups }: ResolvedAttachment,
): readonly Finding[] {
  const [name, by] = [displayName(subject), displayName(distribution)];
  if (uncertainty !== undefined)
    return [
      {
        verdict: "undecided",
        subject,
        what: `${name} is in a VPC, and distribution ${by} may run it at edge locations`,
        causes: new Map([[uncertainty, [subject]]]),
      },
    ];
  return [
    {
      verdict: "violation",
      subject,
      what: `${name} is in a VPC, and distribution ${by} runs it at edge locations.`,
      why: 'CloudFront refuses it: "The function cannot have a VPC configuration" (docs/aws-facts.md#edge-functions). The update fails.',
      fix: `Remove the vpcConfig of ${name}, or remove the function from the lambdaFunctionAssociations of ${by}.`,
      basis: subnets.basis === "known" ? securityGroups.basis : subnets.basis,
    },
  ];
}
