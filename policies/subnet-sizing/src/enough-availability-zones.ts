import {
  countZones,
  displayName,
  isExactSelection,
  isManaged,
  type Key,
  keySet,
  MOST_ZONES,
  type ResolvedAttachment,
  type ResolvedNetwork,
  subnetFacts,
  suitableSubnets,
  type SubnetFacts,
  type Uncertainty,
} from "@lambda-vpc/model";
import { byHand, change, definePolicy, type Finding, type Fix, integer } from "@lambda-vpc/policy-kit";

export const enoughAvailabilityZones = definePolicy({
  id: "enough-availability-zones",
  title: "A function has subnets in several availability zones.",
  severity: "medium",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {
    availabilityZones: integer({
      description: "Minimum number of availability zones of a function. This is the parameter of the Security Hub control Lambda.5.",
      default: 2,
      minimum: 2,
      maximum: 6,
    }),
  },
  check: ({ network, plan, resolved, config }) => {
    const facts = subnetFacts(network);
    return plan.attachments.flatMap((attachment) => {
      const fixOf = (missing: number): Fix => addZones(attachment, missing, resolved, facts);
      return checkFunction(attachment, facts, config.availabilityZones, fixOf);
    });
  },
});

function checkFunction(
  attachment: ResolvedAttachment,
  facts: SubnetFacts,
  required: number,
  fixOf: (missing: number) => Fix,
): readonly Finding[] {
  const { consumer: subject, subnets } = attachment;
  const zones = countZones(subnets, facts);
  // A function without subnets is in no VPC.
  if (subnets.most === 0 || zones.min >= required) return [];
  const measure = { count: zones, noun: "availability zone", atLeast: required };
  const what = `for function ${displayName(subject)}; ${required} required (availabilityZones)`;
  if (zones.max >= required) return [{ verdict: "undecided", subject, measure, what, causes: causesOf(attachment, facts), expected: true }];
  return [
    {
      verdict: "violation",
      subject,
      measure,
      what: `${what}.`,
      why: "If the zones of its subnets fail, the function fails (docs/aws-facts.md#zone-redundancy-rules).",
      fix: fixOf(required - zones.max),
      basis: zones.basis,
    },
  ];
}

/** Private subnets of the VPC in further zones, if this stack shows them. */
function addZones({ consumer, subnets }: ResolvedAttachment, missing: number, resolved: ResolvedNetwork, facts: SubnetFacts): Fix {
  const { network, vpcBySubnet } = resolved;
  const [vpc, ...others] = new Set(subnets.certain.flatMap((key) => vpcBySubnet.get(key) ?? []));
  const zones = new Set(subnets.certain.flatMap((key) => facts.get(key)?.zone ?? []));
  const suitable = vpc === undefined ? [] : suitableSubnets(network, { vpc, consumer, most: MOST_ZONES });
  const further = suitable.filter((key) => {
    const zone = facts.get(key)?.zone;
    return zone !== undefined && !zones.has(zone);
  });
  if (others.length > 0 || !isExactSelection(subnets) || further.length < missing)
    return byHand(`add ${additionalSubnets(missing)}`, "the program shows no private subnet of this VPC in another zone");
  const added = keySet([...subnets.certain, ...further.slice(0, missing)]);
  return change([{ step: "set-vpc-config", functions: [consumer], subnets: added }], {
    note: "This costs one combination per subnet and security-group set.",
  });
}

function additionalSubnets(count: number): string {
  return count === 1 ? "1 subnet in another zone" : `${count} subnets, each in another zone`;
}

function causesOf({ consumer, subnets }: ResolvedAttachment, facts: SubnetFacts): ReadonlyMap<Uncertainty, readonly Key[]> {
  const zoneless = subnets.possible.filter((subnet) => facts.get(subnet)?.zone === undefined);
  const isOfOthers = (subnet: Key): boolean => !isManaged(subnet) && !facts.has(subnet);
  const others = zoneless.filter(isOfOthers);
  return new Map<Uncertainty, readonly Key[]>([
    ...(subnets.uncertainty === undefined ? [] : [[subnets.uncertainty, [consumer]] as const]),
    ...(others.length < zoneless.length ? [["zones-not-shown", [consumer]] as const] : []),
    ...(others.length > 0 ? [["subnet-of-others", others] as const] : []),
  ]);
}
