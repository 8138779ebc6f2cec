import type { AccountInterface } from "@lambda-vpc/model";

/** How Lambda begins the description of its interfaces (docs/aws-facts.md#eni-description). After it is detached, nothing else identifies one (docs/aws-facts.md#eni-attributes). */
const DESCRIPTION = /^AWS Lambda VPC ENI/;

/** Whether Lambda created an interface. */
export function isOfLambda({ type, description }: Pick<AccountInterface, "type" | "description">): boolean {
  return type === "lambda" || DESCRIPTION.test(description);
}
