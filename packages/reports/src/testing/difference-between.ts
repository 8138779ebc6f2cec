import { lambdaVpc } from "@lambda-vpc/lambda-vpc";
import { assessStack, type Pack } from "@lambda-vpc/policy-kit";
import type { StackResource } from "@lambda-vpc/sources";
import { describeDifference, type DifferenceDocument } from "../index";
import { strictConfiguration } from "./document-of";

interface Assessing {
  readonly pack?: Pack;
  readonly configuration?: unknown;
  readonly secrets?: readonly unknown[];
}

/** The difference of two moments, both checked by all policies if no other pack is given. */
export function differenceBetween(
  before: readonly StackResource[],
  after: readonly StackResource[],
  { pack = lambdaVpc, configuration = strictConfiguration, secrets = [] }: Assessing = {},
): DifferenceDocument {
  const moment = (resources: readonly StackResource[]) => ({
    resources,
    assessment: assessStack(pack, resources, { configuration, today: "2026-11-24", secrets }),
  });
  const positions = new Map(after.flatMap(({ urn, position }) => (position === undefined ? [] : [[urn, position] as const])));
  return describeDifference(moment(before), moment(after), { version: "0.1.0", positions });
}

/** A pack without policies: only combinations and addresses are compared. */
export const noPolicies: Pack = { name: "none", description: "Checks nothing.", policies: [] };
