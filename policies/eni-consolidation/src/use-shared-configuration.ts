import {
  countCombinations,
  sameReadings,
  counted,
  displayName,
  displayNames,
  formatRule,
  type Key,
  keySet,
  type Network,
  type ResolvedAttachment,
  type SecurityGroup,
} from "@lambda-vpc/model";
import { definePolicy, type Finding, list, type Measure } from "@lambda-vpc/policy-kit";
import { type SharedSet, sharedSet } from "./shared-set";
import { type Fit, fit } from "./shared-set-fit";

export const useSharedConfiguration = definePolicy({
  id: "use-shared-configuration",
  title: "Functions use a shared security-group set where one would serve.",
  severity: "medium",
  level: "mandatory",
  config: {
    sharedSets: list(sharedSet, {
      description:
        "Security-group sets that stacks share, by AWS ids, with the VPC or subnets they are for and what they let out (`allows`, as egress rules). Nothing is checked while there is none.",
    }),
  },
  check: ({ network, plan, config: { sharedSets } }) =>
    sharedSets.length === 0
      ? []
      : network.securityGroups
          .filter((group) => isOwn(group, sharedSets))
          .flatMap((group) => checkGroup(group, plan.attachments, network, sharedSets)),
});

/** A group that this stack made, that no resource but its functions uses, and that is not itself what other stacks share. */
function isOwn({ id, adopted, otherUsers }: SecurityGroup, sharedSets: readonly SharedSet[]): boolean {
  const isShared = id !== undefined && sharedSets.some(({ securityGroupIds }) => securityGroupIds.includes(id));
  return adopted !== true && otherUsers.length === 0 && !isShared;
}

function checkGroup(
  group: SecurityGroup,
  attachments: readonly ResolvedAttachment[],
  network: Network,
  sharedSets: readonly SharedSet[],
): readonly Finding[] {
  const users = attachments.filter(({ securityGroups }) => securityGroups.certain.includes(group.key));
  const perhaps = attachments.filter(({ securityGroups }) => securityGroups.open || securityGroups.possible.includes(group.key));
  const concerned = users.length > 0 ? users : perhaps;
  if (concerned.length === 0) return [];
  const fits = sharedSets.flatMap((set) => fit(set, { group, users: concerned }, network) ?? []);
  const [best] = fits.filter((one) => one.serves === "surely").sort((a, b) => concerns(a) - concerns(b));
  if (best !== undefined) return [finding(group, users, best)];
  return fits.length === 0 ? [] : [undecided(group, concerned, fits)];
}

type SureFit = Extract<Fit, { serves: "surely" }>;

/** How much there is to look at before following the advice: nothing, a widening, something that nobody says. */
function concerns({ place, access }: SureFit): number {
  return (access.known ? Math.min(access.widens.length, 1) : 2) + (place === "known" ? 0 : 2);
}

function finding(group: SecurityGroup, users: readonly ResolvedAttachment[], best: SureFit): Finding {
  const measure = held(users);
  const names = displayNames(consumers(users));
  const { name, securityGroupIds } = best.set;
  return {
    verdict: concerns(best) === 0 ? "violation" : "warning",
    subject: group.key,
    measure,
    what: `for ${counted(users.length, "function")} (${names}) on ${displayName(group.key)}, a group of this stack alone, although the shared set ${name} would serve, as far as this stack shows.`,
    why: "AWS shares a Hyperplane ENI only between functions with exactly the same set: a group of one stack is shared with no other",
    fix: `give ${names} ${securityGroupIds.join(" + ")} (${name}) and delete ${displayName(group.key)}. ${[accessText(best), ...placeText(best)].join(". ")}`,
    basis: measure.count.basis,
  };
}

function accessText({ set: { name }, access }: SureFit): string {
  if (!access.known) return `Check first what ${name} lets out: its configuration here does not say`;
  if (access.widens.length === 0) return "What they can reach stays the same";
  return `This widens what they can reach, by: ${access.widens.map(formatRule).join(", ")}`;
}

function placeText({ set: { name }, place }: SureFit): readonly string[] {
  return place === "known" ? [] : [`Check that ${name} is in the same VPC: its configuration here does not say`];
}

function undecided(group: SecurityGroup, users: readonly ResolvedAttachment[], fits: readonly Fit[]): Finding {
  const causes = fits.flatMap((one) => (one.serves === "perhaps" ? one.causes : []));
  const names = fits.map(({ set }) => set.name).join(" or ");
  return {
    verdict: "undecided",
    subject: group.key,
    measure: held(users),
    what: `for functions on ${displayName(group.key)}, a group of this stack, may be spared: the shared set ${names} would perhaps serve`,
    causes: new Map(causes.map((cause) => [cause, consumers(users)])),
  };
}

function held(users: readonly ResolvedAttachment[]): Measure {
  return { count: countCombinations(sameReadings(users)), noun: "combination" };
}

function consumers(users: readonly ResolvedAttachment[]): readonly Key[] {
  return keySet(users.map(({ consumer }) => consumer));
}
