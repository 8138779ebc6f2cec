import type { Pack } from "@lambda-vpc/policy-kit";
import { eniQuotaHeadroom } from "./eni-quota-headroom";
import { enoughAvailabilityZones } from "./enough-availability-zones";
import { subnetHasRoom } from "./subnet-has-room";
import { subnetNotOversized } from "./subnet-not-oversized";
import { subnetsBalanced } from "./subnets-balanced";
import { subnetsDoNotOverlap } from "./subnets-do-not-overlap";
import { subnetsInsideVpc } from "./subnets-inside-vpc";

export {
  eniQuotaHeadroom,
  enoughAvailabilityZones,
  subnetHasRoom,
  subnetNotOversized,
  subnetsBalanced,
  subnetsDoNotOverlap,
  subnetsInsideVpc,
};

/** Policies that compare subnets with the addresses that functions and other resources need. The import has no side effects. */
export const subnetSizing = {
  name: "lambda-vpc-subnet-sizing",
  description: "Compares the subnets of Lambda functions with the addresses that they need. Decides at preview.",
  policies: [
    eniQuotaHeadroom,
    enoughAvailabilityZones,
    subnetHasRoom,
    subnetNotOversized,
    subnetsBalanced,
    subnetsDoNotOverlap,
    subnetsInsideVpc,
  ],
} as const satisfies Pack;
