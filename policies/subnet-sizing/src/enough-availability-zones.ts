import {
  counted,
  countZones,
  displayNames,
  type Key,
  type ResolvedAttachment,
  subnetFacts,
  type SubnetFacts,
  type Uncertainty,
} from "@lambda-vpc/model";
import { definePolicy, type Finding, integer } from "@lambda-vpc/policy-kit";

export const enoughAvailabilityZones = definePolicy({
  id: "enough-availability-zones",
  title: "The subnets of a function lie in several availability zones.",
  severity: "medium",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {
    availabilityZones: integer({
      description: "In how many availability zones a function has subnets, at least: the parameter of Security Hub's control Lambda.5.",
      default: 2,
      minimum: 2,
      maximum: 6,
    }),
  },
  check: ({ network, plan, config }) => {
    const facts = subnetFacts(network);
    return plan.attachments.flatMap((attachment) => checkFunction(attachment, facts, config.availabilityZones));
  },
});

function checkFunction(attachment: ResolvedAttachment, facts: SubnetFacts, wanted: number): readonly Finding[] {
  const { consumer: subject, subnets } = attachment;
  const zones = countZones(subnets, facts);
  // A function without subnets is in no VPC.
  if (subnets.most === 0 || zones.min >= wanted) return [];
  const measure = { count: zones, noun: "availability zone" };
  const what = `for function ${displayNames([subject])}; ${wanted} are wanted (availabilityZones)`;
  if (zones.max >= wanted) return [{ verdict: "undecided", subject, measure, what, causes: causesOf(attachment, facts) }];
  return [
    {
      verdict: "violation",
      subject,
      measure,
      what: `${what}.`,
      why: "Lambda runs a function in the zones of its subnets alone: when they fail, so does the function",
      fix: `give it ${counted(wanted - zones.max, "more subnet")}, each in a zone of its own; each costs one combination for every security-group set that it serves`,
      basis: zones.basis,
    },
  ];
}

function causesOf({ consumer, subnets }: ResolvedAttachment, facts: SubnetFacts): ReadonlyMap<Uncertainty, readonly Key[]> {
  const zoneless = subnets.possible.some((subnet) => facts.get(subnet)?.zone === undefined);
  const causes = [...(subnets.uncertainty === undefined ? [] : [subnets.uncertainty]), ...(zoneless ? (["zones-not-shown"] as const) : [])];
  return new Map(causes.map((cause) => [cause, [consumer]]));
}
