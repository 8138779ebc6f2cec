import { eniBudget } from "@lambda-vpc/eni-consolidation";
import type { SeenInventory } from "@lambda-vpc/sources";
import type { Evidence } from "../laboratory/evidence";
import type { HeldCombination, Truth } from "../laboratory/truth";
import type { Rule } from "./rule";

interface InventoryRules {
  readonly seen: SeenInventory;
  readonly rules: readonly Rule[];
}

/**
 * Budgets for what a deployment adds to an inventory: the account as the deployment before left it. Before the first one, every second combination of ids that were there
 * before is held elsewhere. Undefined where nothing is held.
 */
export function inventoryRules({ heldBefore, existing }: Evidence, { held }: Truth): InventoryRules | undefined {
  const elsewhere = held.filter(({ subnet, groups }) => [subnet, ...groups].every((id) => existing.includes(id)));
  const before = heldBefore.length > 0 ? heldBefore : elsewhere.filter((_, index) => index % 2 === 0);
  if (before.length === 0) return undefined;
  const isHeld = new Set(before.map(textOf));
  const added = held.filter((one) => !isHeld.has(textOf(one)));
  const all = [...before, ...added];
  const inVpc = (vpc: string): number => all.filter((one) => one.vpc === vpc).length;
  const growing = Math.max(0, ...added.map(({ vpc }) => inVpc(vpc)));
  const rule = (configuration: Rule["configuration"], broken: boolean): Rule => ({ policy: eniBudget, configuration, broken });
  return {
    seen: {
      subnets: [...new Map(before.map(({ vpc, subnet }) => [subnet, { id: subnet, vpcId: vpc }])).values()],
      combinations: before.map(({ subnet, groups }) => ({ subnetId: subnet, securityGroupIds: groups })),
    },
    rules: [
      rule({ maxPerStack: added.length }, false),
      // A stack that adds nothing is never rejected: only VPCs that grow count.
      rule({ maxPerVpc: growing }, false),
      ...(added.length > 0 ? [rule({ maxPerStack: added.length - 1 }, true), rule({ maxPerVpc: growing - 1 }, true)] : []),
    ],
  };
}

function textOf({ subnet, groups }: HeldCombination): string {
  return `${subnet} ${groups.toSorted().join(" ")}`;
}
