import type { SeenInventory } from "@lambda-vpc/sources";
import { securityGroupId, subnetId, vpcId } from "../configuration/aws-ids";
import { type Configuration, integer, list } from "../configuration/configuration";
import * as v from "valibot";
import { time } from "./day";
import { textOf, wholeNumber } from "../configuration/schema";

const cidrBlock = textOf(/^\d+\.\d+\.\d+\.\d+\/\d+$/, "an IPv4 range, such as 10.0.0.0/24");

const availabilityZone = textOf(/^[a-z]{2}(-[a-z0-9]+)+-\d[a-z]$/, "the name of an availability zone, such as us-east-1a");

/** The keys of the pack-wide setting `inventory`: what no preview shows of an account, by AWS ids. */
export const inventoryFields = {
  takenAt: v.optional(
    v.pipe(
      time,
      v.description(
        "When the inventory was taken, in UTC. `lambda-vpc audit --inventory` writes it. Without it, no preview states the age.",
      ),
    ),
  ),
  maximumAge: integer({ description: "The age in days up to which the inventory counts as current.", default: 1, minimum: 1 }),
  subnets: list(
    v.strictObject({
      id: subnetId,
      vpcId: v.exactOptional(vpcId),
      cidrBlock: v.exactOptional(cidrBlock),
      availabilityZone: v.exactOptional(availabilityZone),
      availableAddresses: v.exactOptional(wholeNumber({ minimum: 0 })),
    }),
    {
      description:
        "Existing subnets with what the stack does not show: VPC, range, availability zone, and free addresses (AvailableIpAddressCount of `aws ec2 describe-subnets`).",
    },
  ),
  combinations: list(v.strictObject({ subnetId, securityGroupIds: v.array(securityGroupId) }), {
    description:
      "Combinations of subnet and security-group set that functions of the account already hold, in any stack. They need no new ENI.",
  }),
};

/** The inventory of a configuration; empty if it names none. */
export function inventoryOf({
  subnets,
  combinations,
}: Pick<Configuration<typeof inventoryFields>, "subnets" | "combinations">): SeenInventory {
  return { subnets, combinations };
}
