import type { Pack } from "@lambda-vpc/policy-kit";
import { enoughAvailabilityZones } from "./enough-availability-zones";

export { enoughAvailabilityZones };

/** Policies that hold subnets to the addresses that functions and everything else in them need. Importing it starts nothing. */
export const subnetSizing = {
  name: "lambda-vpc-subnet-sizing",
  description: "Holds the subnets of Lambda functions to the addresses that they need, decided at preview.",
  policies: [enoughAvailabilityZones],
} as const satisfies Pack;
