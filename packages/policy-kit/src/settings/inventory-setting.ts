import { displayName, inventoryContradictions, type Network } from "@lambda-vpc/model";
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

/** Reports where the inventory contradicts the stack or itself: it is out of date. The stack takes precedence. */
export function reviewInventory(network: Network): readonly Report[] {
  return inventoryContradictions(network).map(({ subnet, inventory, stack }) => {
    const there = inventory.map(displayName).join(" and in ");
    const here = stack === undefined ? "" : `, and the stack in ${displayName(stack)}`;
    const text = `The inventory places subnet ${displayName(subnet)} in ${there}${here}. Update the inventory.`;
    return { message: formatReport({ kind: "statement", text }) };
  });
}
