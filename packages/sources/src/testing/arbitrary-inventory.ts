import fc from "fast-check";
import type { SeenInventory } from "../vpc/inventory";
import { awsId, type Resource } from "./program";

/** Inventories of an account with `existing` resources, some of them adopted by the program, and with resources of no program. */
export function arbitraryInventory(existing: readonly Resource[]): fc.Arbitrary<SeenInventory> {
  const idsOf = (kind: RegExp): readonly string[] => existing.filter(({ type }) => kind.test(type)).map(awsId);
  const subnetId = fc.constantFrom("subnet-elsewhere", ...idsOf(/:Subnet$/));
  const securityGroupIds = fc.array(fc.constantFrom("sg-elsewhere", ...idsOf(/SecurityGroup$/)), { maxLength: 3 });
  const vpcId = fc.constantFrom("vpc-elsewhere", ...idsOf(/:Vpc$/));
  return fc.record({
    subnets: fc.array(
      fc.record({ id: fc.constant("subnet-elsewhere"), vpcId, availableAddresses: fc.nat(251) }, { requiredKeys: ["id", "vpcId"] }),
      { maxLength: 1 },
    ),
    combinations: fc.array(fc.record({ subnetId, securityGroupIds }), { maxLength: 30 }),
  });
}
