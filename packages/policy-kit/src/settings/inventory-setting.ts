import { counted, displayName, inventoryContradictions, type Network } from "@lambda-vpc/model";
import type { Configuration } from "../configuration/configuration";
import { daysBetween } from "./day";
import { inventoryFields } from "./inventory";
import type { PackSetting } from "./pack-setting";
import type { Report } from "../findings/report";
import { formatReport } from "../findings/report-text";

/** What the account holds outside the stack. */
export const inventorySetting = {
  id: "inventory",
  title: "The inventory agrees with the stack.",
  severity: "low",
  level: "advisory",
  config: inventoryFields,
} as const satisfies PackSetting;

/** Reports an inventory that is older than its configuration allows, in days: others have changed the account meanwhile. */
export function reviewAge({ takenAt, maximumAge }: Configuration<typeof inventoryFields>, today: string): readonly Report[] {
  const taken = takenAt?.slice(0, 10);
  const age = taken === undefined ? 0 : daysBetween(taken, today);
  if (taken === undefined || age <= maximumAge) return [];
  const text = `The inventory was taken on ${taken}, ${counted(age, "day")} ago. Write it again: lambda-vpc audit --inventory FILE. Or raise its maximumAge of ${counted(maximumAge, "day")}.`;
  return [{ message: formatReport({ kind: "statement", text }) }];
}

/** Reports where the inventory contradicts the stack or itself: it is out of date. The stack takes precedence. */
export function reviewInventory(network: Network): readonly Report[] {
  return inventoryContradictions(network).map(({ subnet, inventory, stack }) => {
    const there = inventory.map(displayName).join(" and in ");
    const here = stack === undefined ? "" : `, and the stack in ${displayName(stack)}`;
    const text = `The inventory places subnet ${displayName(subnet)} in ${there}${here}. Update the inventory.`;
    return { message: formatReport({ kind: "statement", text }) };
  });
}
