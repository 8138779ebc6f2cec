import { counted, displayName, displayNames, type EniPlan, type Key, keySet, type ResolvedAttachment, subjectOf } from "@lambda-vpc/model";

/** Functions that a finding tells of together: those of one VPC, or those whose VPC does not show. */
export interface Place {
  readonly vpc?: Key;
  readonly attachments: readonly ResolvedAttachment[];
}

/** Where the functions of a stack are; each function is in one place. */
export function places({ vpcs, unplaced }: EniPlan): readonly Place[] {
  return [...vpcs, { attachments: unplaced }].filter(({ attachments }) => attachments.length > 0);
}

/** The resource that a finding about a place points at: the VPC itself, or the first function where the VPC does not show. */
export function subjectOfPlace({ vpc, attachments }: Place): Key {
  return subjectOf(vpc, consumersOf(attachments));
}

/** `2 functions in VPC main (orders, users)`. */
export function functionsOf({ vpc, attachments }: Place): string {
  const consumers = consumersOf(attachments);
  const where = vpc === undefined ? "" : ` in VPC ${displayName(vpc)}`;
  return `${counted(consumers.length, "function")}${where} (${displayNames(consumers)})`;
}

export function consumersOf(attachments: readonly ResolvedAttachment[]): readonly Key[] {
  return keySet(attachments.map(({ consumer }) => consumer));
}
