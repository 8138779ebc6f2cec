import { displayName, formatCount, type Key, keySet, subjectOf, type SubnetBudget } from "@lambda-vpc/model";

/** The budgets of the subnets that functions use, or may use. */
export function functionSubnets(budgets: readonly SubnetBudget[]): readonly SubnetBudget[] {
  return budgets.filter((budget) => usersOf(budget).length > 0);
}

/** The functions that use a subnet, for certain or perhaps. */
export function usersOf({ needs }: SubnetBudget): readonly Key[] {
  return keySet(needs.flatMap(({ kind, consumers }) => (kind === "combinations" || kind === "changeover" ? consumers : [])));
}

/** The resource that a finding about a subnet points at: the subnet itself, or its first function where the stack does not manage it. */
export function subjectOfBudget(budget: SubnetBudget): Key {
  return subjectOf(budget.subnet, usersOf(budget));
}

/** `private-a (10.0.0.0/24)` */
export function nameOf({ subnet, cidrBlock }: SubnetBudget): string {
  return cidrBlock.known ? `${displayName(subnet)} (${cidrBlock.value})` : displayName(subnet);
}

/** `11 used (9 for combinations, 1 for interface endpoints), 9 for changeover` */
export function needsOf({ needs, used }: SubnetBudget): string {
  const asked = needs.map(({ kind, count }) => ({ kind, text: `${formatCount(count)} for ${nouns[kind]}` }));
  const now = asked.filter(({ kind }) => !later.has(kind)).map(({ text }) => text);
  const then = asked.filter(({ kind }) => later.has(kind)).map(({ text }) => text);
  return [`${formatCount(used)} used${now.length === 0 ? "" : ` (${now.join(", ")})`}`, ...then].join(", ");
}

type Kind = SubnetBudget["needs"][number]["kind"];

const later: ReadonlySet<Kind> = new Set<Kind>(["changeover", "scaling", "growth"]);

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
  other: "what says nothing of its need",
  changeover: "changeover",
  scaling: "connections past 65,000",
  growth: "growth",
};
