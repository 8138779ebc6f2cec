/** What a view answers, and the order of its rows: column names, the greatest first after a `-`. */
export interface ViewInfo {
  readonly question: string;
  readonly order: readonly string[];
}

/** The views that a report prints, in its order. */
export const questions = {
  accounts: { question: "Which accounts use most of the quota?", order: ["-share", "-combinations", "account"] },
  quota_headroom: { question: "What is left of the quota in each VPC?", order: ["-share", "account", "region", "vpc"] },
  avoidable: {
    question: "How many combinations disappear if sets that grant the same are merged?",
    order: ["-avoidable", "account", "region", "vpc"],
  },
  merges: { question: "Which sets grant the same?", order: ["-saved", "account", "region", "vpc", "keep"] },
  sharing: { question: "How many functions share a combination?", order: ["functions_per_combination", "account", "region", "vpc"] },
  combinations: { question: "Which combinations do functions hold?", order: ["account", "region", "vpc", "subnet", "security_group_set"] },
  pinned_versions: {
    question: "Which published versions keep combinations that nothing else uses?",
    order: ["-freed", "-pinned", "account", "region", "function_arn", "version"],
  },
  addresses: { question: "How many addresses are left in each subnet?", order: ["-share", "account", "region", "subnet"] },
  trend: { question: "How did the combinations change between two days?", order: ["-change", "account", "region", "vpc"] },
  missing: { question: "What could not be read?", order: ["account", "region", "part", "reason", "call"] },
} as const satisfies Readonly<Record<string, ViewInfo>>;

export type ViewName = keyof typeof questions;

/** Views on which others rest, and which no report prints. Each rests on tables and on views before it. */
export const foundations = [
  "current_collections",
  "completeness",
  "configurations",
  "held_combinations",
  "attachments",
  "combinations",
  "sets",
  "merged_combinations",
  "avoidable",
  "vpc_interfaces",
  "granted_quotas",
  "quota_headroom",
  "trend_days",
  "trend_collections",
  "combinations_by_day",
] as const;

/** All views in an order in which they can be created. */
export const viewsInOrder: readonly string[] = [...new Set([...foundations, ...Object.keys(questions)])];

export function isViewName(name: string): name is ViewName {
  return Object.hasOwn(questions, name);
}

/** The rows of a view, ordered. The order is total for each view, so two engines return the rows alike. */
export function orderedSelect(name: ViewName, prefix = ""): string {
  const order = questions[name].order.map((one) => (one.startsWith("-") ? `${one.slice(1)} DESC NULLS LAST` : `${one} ASC NULLS LAST`));
  return `SELECT * FROM ${prefix}${name} ORDER BY ${order.join(", ")}`;
}
