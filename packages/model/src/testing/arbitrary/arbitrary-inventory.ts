import fc from "fast-check";
import type { HeldCombination, Inventory, InventorySubnet } from "../../facts/inventory";
import type { Key } from "../../facts/key";

/** Inventories over `subnets`, `groups` and `vpcs`, including duplicate combinations and subnets in several VPCs. */
export function arbitraryInventory(subnets: readonly Key[], groups: readonly Key[], vpcs: readonly Key[]): fc.Arbitrary<Inventory> {
  const subnet = fc.constantFrom(...subnets);
  const securityGroups = fc.array(fc.constantFrom(...groups), { maxLength: 3 });
  const vpc = fc.oneof(
    { weight: 1, arbitrary: fc.constant({}) },
    fc.constantFrom(...vpcs.slice(0, 1), ...vpcs).map((vpc) => ({ vpc })),
  );
  return fc.record({
    subnets: fc.array(
      fc.tuple(subnet, vpc).map(([key, where]): InventorySubnet => ({ subnet: key, ...where })),
      { maxLength: 3 },
    ),
    combinations: fc.array(fc.record<HeldCombination>({ subnet, securityGroups }), { maxLength: 6 }),
  });
}
