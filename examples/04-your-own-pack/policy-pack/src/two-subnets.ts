import type { EniPlan, ResolvedAttachment } from "@lambda-vpc/model";
import { byHand, definePolicy, type Finding } from "@lambda-vpc/policy-kit";

/** A function in one subnet fails if the zone of that subnet fails. */
export const twoSubnets = definePolicy({
  id: "two-subnets",
  title: "Functions in a VPC use two subnets or more.",
  severity: "medium",
  level: "mandatory",
  config: {},
  check: ({ plan }) => plan.attachments.flatMap((attachment) => checkFunction(attachment, plan)),
});

function checkFunction({ consumer, subnets }: ResolvedAttachment, plan: EniPlan): readonly Finding[] {
  if (subnets.least >= 2) return [];
  if (subnets.most >= 2) {
    const causes = [...plan.causes.combinations].filter(([, consumers]) => consumers.includes(consumer));
    return [{ verdict: "undecided", subject: consumer, what: "whether it uses two subnets", causes: new Map(causes) }];
  }
  return [
    {
      verdict: "violation",
      subject: consumer,
      what: "The function uses one subnet.",
      why: "The function fails if the zone of that subnet fails.",
      fix: byHand("add a subnet in another zone", "only a person knows which subnets the function may use"),
      basis: subnets.basis,
    },
  ];
}
