import type { Pack } from "@lambda-vpc/policy-kit";

/** Policies that find what keeps functions from reaching, or leaving, their VPC. Importing it starts nothing. */
export const functionNetworking = {
  name: "lambda-vpc-function-networking",
  description: "Finds what keeps Lambda functions from reaching or leaving their VPC, decided at preview.",
  policies: [],
} as const satisfies Pack;
