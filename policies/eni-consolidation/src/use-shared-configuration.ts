import {
  countCombinations,
  sameReadings,
  counted,
  displayName,
  displayNames,
  formatRule,
  freedGroups,
  type Key,
  keySet,
  type ResolvedAttachment,
  type ResolvedNetwork,
  type SecurityGroup,
} from "@lambda-vpc/model";
import { definePolicy, type Finding, inOrder, inUpdates, list, type Measure } from "@lambda-vpc/policy-kit";
import { type SharedSet, sharedSet } from "./shared-set";
import { type Fit, fitOf } from "./shared-set-fit";

export const useSharedConfiguration = definePolicy({
  id: "use-shared-configuration",
  title: "Functions use a shared security-group set if one fits.",
  severity: "medium",
  level: "mandatory",
  config: {
    sharedSets: list(sharedSet, {
      description:
        "Security-group sets that stacks share: AWS ids, the VPC or subnets, and the outbound rules (`allows`, written as egress rules). An empty list disables the check.",
    }),
  },
  check: ({ network, resolved, plan, config: { sharedSets } }) =>
    sharedSets.length === 0
      ? []
      : network.securityGroups
          .filter((group) => isReplaceable(group, sharedSets))
          .flatMap((group) => checkGroup(group, plan.attachments, resolved, sharedSets)),
});

/** Whether this stack creates the group, only functions use it, and it is not in a shared set. */
function isReplaceable({ id, adopted, otherUsers }: SecurityGroup, sharedSets: readonly SharedSet[]): boolean {
  const isShared = id !== undefined && sharedSets.some(({ securityGroupIds }) => securityGroupIds.includes(id));
  return adopted !== true && otherUsers.length === 0 && !isShared;
}

function checkGroup(
  group: SecurityGroup,
  attachments: readonly ResolvedAttachment[],
  resolved: ResolvedNetwork,
  sharedSets: readonly SharedSet[],
): readonly Finding[] {
  const users = attachments.filter(({ securityGroups }) => securityGroups.certain.includes(group.key));
  const possibleUsers = attachments.filter(({ securityGroups }) => securityGroups.open || securityGroups.possible.includes(group.key));
  const concerned = users.length > 0 ? users : possibleUsers;
  if (concerned.length === 0) return [];
  const fits = sharedSets.flatMap((set) => fitOf(set, { group, users: concerned }, resolved.network) ?? []);
  const [best] = fits.filter((fit) => fit.verdict === "fits").sort((a, b) => reviewEffort(a) - reviewEffort(b));
  if (best !== undefined) return [replacement(resolved, group, users, best)];
  return fits.length === 0 ? [] : [undecided(group, concerned, fits)];
}

type CertainFit = Extract<Fit, { verdict: "fits" }>;

/** How much to review before applying the fix: 0 for nothing, more for wider access, most for missing configuration. */
function reviewEffort({ location, widening }: CertainFit): number {
  return (widening.ok ? Math.min(widening.value.length, 1) : 2) + (location === "confirmed" ? 0 : 2);
}

function replacement(resolved: ResolvedNetwork, group: SecurityGroup, users: readonly ResolvedAttachment[], best: CertainFit): Finding {
  const measure = heldBy(users);
  const movers = consumers(users);
  const freed = freedGroups(resolved, keySet(users.flatMap(({ securityGroups }) => securityGroups.certain)), movers);
  const widens = !best.widening.ok || best.widening.value.length > 0;
  const { name, securityGroupIds } = best.set;
  return {
    verdict: reviewEffort(best) === 0 ? "violation" : "warning",
    subject: group.key,
    about: [group.key, ...consumers(users)],
    measure,
    what: `for ${counted(users.length, "function")} (${displayNames(consumers(users))}) with security group ${displayName(group.key)} of this stack; the shared set ${name} fits.`,
    why: "AWS shares ENIs only within a security-group set (docs/aws-facts.md#eni-matching). No other stack uses this group.",
    fix: inOrder(
      inUpdates(
        resolved.network,
        movers,
        [{ step: "set-vpc-config", functions: movers, securityGroups: securityGroupIds }],
        freed.length === 0 ? [] : [{ step: "remove-resources", resources: freed }],
      ),
      { access: widens ? "wider" : "same", note: [accessText(best), ...locationText(best)].join(" ") },
    ),
    basis: measure.count.basis,
  };
}

function accessText({ set: { name }, widening }: CertainFit): string {
  if (!widening.ok) return `First check the outbound rules of ${name} (no allows configured).`;
  if (widening.value.length === 0) return "Their access stays the same.";
  return `This also allows ${widening.value.map(formatRule).join(", ")}.`;
}

function locationText({ set: { name }, location }: CertainFit): readonly string[] {
  return location === "confirmed" ? [] : [`First check that ${name} is in the same VPC (no vpcId or subnetIds configured).`];
}

function undecided(group: SecurityGroup, users: readonly ResolvedAttachment[], fits: readonly Fit[]): Finding {
  const causes = fits.flatMap((fit) => (fit.verdict === "undecided" ? fit.causes : []));
  const names = fits.map(({ set }) => set.name).join(" or ");
  return {
    verdict: "undecided",
    subject: group.key,
    about: [group.key, ...consumers(users)],
    measure: heldBy(users),
    what: `may be saved for functions with security group ${displayName(group.key)} of this stack: the shared set ${names} may fit`,
    causes: new Map(causes.map((cause) => [cause, consumers(users)])),
  };
}

function heldBy(users: readonly ResolvedAttachment[]): Measure {
  return { count: countCombinations(sameReadings(users)), noun: "combination" };
}

function consumers(users: readonly ResolvedAttachment[]): readonly Key[] {
  return keySet(users.map(({ consumer }) => consumer));
}
