import { lambdaVpc } from "@lambda-vpc/lambda-vpc";
import { assessStack } from "@lambda-vpc/policy-kit";
import type { StackResource } from "@lambda-vpc/sources";
import { type AssessmentDocument, describeAssessment } from "../index";

/** A configuration under which small stacks have findings of every kind. */
export const strictConfiguration = {
  "share-security-groups": { enforcementLevel: "mandatory", maxSetsPerVpc: 1 },
  "enough-availability-zones": { availabilityZones: 2 },
};

/** The document of a stack that all policies check. */
export function documentOf(
  resources: readonly StackResource[],
  configuration: unknown = strictConfiguration,
  secrets: readonly unknown[] = [],
): AssessmentDocument {
  const positions = new Map(resources.flatMap(({ urn, position }) => (position === undefined ? [] : [[urn, position] as const])));
  const assessment = assessStack(lambdaVpc, resources, { configuration, today: "2026-11-24", secrets });
  return describeAssessment(assessment, { version: "0.1.0", positions });
}
