import { approvedVpcConfigs } from "@lambda-vpc/eni-consolidation";
import type { Truth } from "../laboratory/truth";
import type { Rule } from "./rule";

/** An approved configuration, by URNs of the stack and ids of what was there before. */
interface Approved {
  readonly name: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
}

/** Approved are the configurations of all functions, which keeps the rule, and of all but one, which breaks it. */
export function approvalRules({ functions, ids }: Truth): readonly Rule[] {
  const urns = new Map(Object.entries(ids).map(([urn, id]) => [id, urn]));
  const nameOf = (id: string): string => urns.get(id) ?? id;
  const all = Object.values(functions).map(({ subnets, groups }, index): Approved => ({
    name: `configuration ${index}`,
    subnetIds: subnets.map(nameOf),
    securityGroupIds: groups.map(nameOf),
  }));
  const different = [...new Map(all.map((one) => [textOf(one), one])).values()];
  const rule = (configurations: readonly Approved[], broken: boolean): Rule => ({
    policy: approvedVpcConfigs,
    configuration: { configurations },
    broken,
  });
  return [...(different.length > 0 ? [rule(different, false)] : []), ...(different.length > 1 ? [rule(different.slice(1), true)] : [])];
}

function textOf({ subnetIds, securityGroupIds }: Approved): string {
  return JSON.stringify([subnetIds.toSorted(), securityGroupIds.toSorted()]);
}
