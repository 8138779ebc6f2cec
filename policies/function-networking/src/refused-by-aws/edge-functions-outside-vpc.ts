import { displayName, type EdgeAssociation, type ResolvedAttachment } from "@lambda-vpc/model";
import { byHand, change, definePolicy, type Finding, oneOfFixes } from "@lambda-vpc/policy-kit";

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
      fix: oneOfFixes(
        change([{ step: "leave-vpc", functions: [subject] }]),
        byHand(`remove it from the lambdaFunctionAssociations of ${by}`, "the program does not show whether it needs the VPC"),
      ),
      basis: subnets.basis === "known" ? securityGroups.basis : subnets.basis,
    },
  ];
}
