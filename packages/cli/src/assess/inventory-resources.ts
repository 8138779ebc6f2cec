import { isRecord } from "@lambda-vpc/policy-kit";
import type { StackResource } from "@lambda-vpc/sources";

const FUNCTION = "aws:lambda/function:Function";

/**
 * The functions that hold the combinations of an inventory: one for each security-group set, because an inventory does not name functions. What is no
 * combination is left out; reading the setting `inventory` reports it.
 */
export function inventoryResources({ combinations }: Readonly<Record<string, unknown>>): readonly StackResource[] {
  const held = (Array.isArray(combinations) ? (combinations as readonly unknown[]) : []).flatMap((one) => {
    if (!isRecord(one) || typeof one["subnetId"] !== "string" || !Array.isArray(one["securityGroupIds"])) return [];
    const groups = (one["securityGroupIds"] as readonly unknown[]).filter((id) => typeof id === "string");
    return [{ subnet: one["subnetId"], groups: [...new Set(groups)].sort() }];
  });
  return [...Map.groupBy(held, ({ groups }) => groups.join(", "))].sort().map(([set, those]) => ({
    urn: `urn:pulumi:inventory::account::${FUNCTION}::functions with ${set}`,
    type: FUNCTION,
    custom: true,
    inputs: {
      vpcConfig: { subnetIds: [...new Set(those.map(({ subnet }) => subnet))].sort(), securityGroupIds: those[0]?.groups ?? [] },
    },
    outputs: { id: set },
    propertyDependencies: {},
    dependencies: [],
  }));
}
