import { type Count, displayName, isExact, type Key, keySet, subjectOf, type SubnetBudget } from "@lambda-vpc/model";

/** The budgets of the subnets that functions use or may use. */
export function functionSubnets(budgets: readonly SubnetBudget[]): readonly SubnetBudget[] {
  return budgets.filter(({ needs }) => needs.some((need) => isOfFunctions(need) && need.consumers.length > 0));
}

/** The functions that use or may use a subnet. */
export function usersOf({ needs }: SubnetBudget): readonly Key[] {
  return keySet(needs.flatMap((need) => (isOfFunctions(need) ? need.consumers : [])));
}

function isOfFunctions({ kind }: AddressNeed): boolean {
  return kind === "combinations" || kind === "changeover";
}

/** The subject of a finding about a subnet: the subnet, or its first function if this stack does not manage the subnet. */
export function subjectOfBudget(budget: SubnetBudget): Key {
  return subjectOf(budget.subnet, usersOf(budget));
}

/** `private-a (10.0.0.0/24)` */
export function nameOf({ subnet, cidrBlock }: SubnetBudget): string {
  return cidrBlock.ok ? `${displayName(subnet)} (${cidrBlock.value})` : displayName(subnet);
}

/** `11 used (9 for combinations, 1 for interface endpoints), 9 for changeover`; `2 used (combinations)` if one need accounts for all. */
export function needsOf({ needs, used }: SubnetBudget): string {
  const total = rangeOf(used);
  const text = ({ kind, count }: AddressNeed): string => `${rangeOf(count)} for ${nouns[kind]}`;
  const present = needs.filter(({ kind }) => !onlyAtPeak.has(kind));
  const additional = needs.filter(({ kind }) => onlyAtPeak.has(kind)).map(text);
  const [only] = present;
  const isSingle = only !== undefined && present.length === 1 && rangeOf(only.count) === total;
  const parts = isSingle ? nouns[only.kind] : present.map(text).join(", ");
  return [`${total} used${parts === "" ? "" : ` (${parts})`}`, ...additional].join(", ");
}

/** The needs that are not exact, and so may decide: `up to 240 for tasks of ECS services`; the sum if all are exact. */
export function inexactNeedsOf(budget: SubnetBudget): string {
  const inexact = budget.needs.filter(({ count }) => !isExact(count)).map(({ kind, count }) => `${rangeOf(count)} for ${nouns[kind]}`);
  return inexact.length === 0 ? needsOf(budget) : inexact.join(", ");
}

/** `3`, `3–5`, `up to 5`, `at least 3`, or `an unknown number`. */
function rangeOf(count: Count): string {
  if (isExact(count)) return String(count.min);
  if (count.max === Infinity) return count.min > 0 ? `at least ${count.min}` : "an unknown number";
  return count.min > 0 ? `${count.min}–${count.max}` : `up to ${count.max}`;
}

type AddressNeed = SubnetBudget["needs"][number];
type Kind = AddressNeed["kind"];

const onlyAtPeak: ReadonlySet<Kind> = new Set<Kind>(["changeover", "scaling", "growth"]);

const nouns: Readonly<Record<Kind, string>> = {
  combinations: "combinations",
  "network-connector": "network connectors",
  "nat-gateway": "NAT gateways",
  "interface-endpoint": "interface endpoints",
  "application-load-balancer": "application load balancers",
  "network-load-balancer": "network load balancers",
  "gateway-load-balancer": "gateway load balancers",
  "mount-target": "mount targets",
  database: "databases",
  "network-interface": "network interfaces",
  instance: "instances",
  "capacity-provider": "capacity providers",
  "container-service": "tasks of ECS services",
  "search-domain": "nodes of OpenSearch domains",
  "kafka-cluster": "nodes of Kafka clusters",
  cache: "cache nodes",
  other: "other resources",
  changeover: "changeover",
  scaling: "connections above 65,000",
  growth: "growth",
};
