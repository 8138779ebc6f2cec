import { counted, displayName, displayNames, type EniPlan, type Key, keySet, type ResolvedAttachment, subjectOf } from "@lambda-vpc/model";

/** The functions of one VPC, or those whose VPC is unknown. One finding is about all of them. */
export interface VpcFunctions {
  readonly vpc?: Key;
  readonly attachments: readonly ResolvedAttachment[];
}

/** The functions of a stack by VPC. Law: each function is in exactly one element. An element may have none. */
export function functionsByVpc({ vpcs, unplaced }: EniPlan): readonly VpcFunctions[] {
  return [...vpcs, { attachments: unplaced }];
}

/** The subject of a finding about the functions of a VPC: the VPC, or the first function if this stack does not manage the VPC. */
export function subjectOfVpc({ vpc, attachments }: VpcFunctions): Key {
  return subjectOf(vpc, consumersOf(attachments));
}

/** What a finding about functions of a VPC is about: each of them, and the VPC if it is known. */
export function aboutFunctionsOf({ vpc, attachments }: VpcFunctions): readonly Key[] {
  return [...(vpc === undefined ? [] : [vpc]), ...consumersOf(attachments)];
}

/** `2 functions in VPC main (orders, users)`. */
export function functionsOf({ vpc, attachments }: VpcFunctions): string {
  const consumers = consumersOf(attachments);
  const where = vpc === undefined ? "" : ` in VPC ${displayName(vpc)}`;
  return `${counted(consumers.length, "function")}${where} (${displayNames(consumers)})`;
}

export function consumersOf(attachments: readonly ResolvedAttachment[]): readonly Key[] {
  return keySet(attachments.map(({ consumer }) => consumer));
}
