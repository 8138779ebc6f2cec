import { failure, type Result, success } from "../count/result";

/** The number of zones that a range has slots for: more than any Region has today, and a power of two. */
export const ZONE_SLOTS = 8;

/** The slot of a zone, or why the zone has no slot, with the fix after "; ". */
export type SlotReading = Result<number>;

/** An availability zone's name in one account, and the id that means the same zone in all (docs/aws-facts.md#zone-ids). */
const ZONE_NAME = /^[a-z]{2}(?:-[a-z]+)+-\d+([a-h])$/;
const ZONE_ID = /^[a-z]+\d+-az([1-8])$/;
const LOCAL_ZONE = /^[a-z]{2}(?:-[a-z]+)+-\d+-[a-z]+-\d+[a-z]$|^[a-z]+\d+-[a-z]+\d+-az\d+$/;

/**
 * The slot of a zone, which follows from its letter or number: `us-east-1a` and `use1-az1` have 0, `us-east-1c` and `use1-az3` have 2. So it never
 * depends on the other zones or their order. Letters differ between accounts and numbers do not: a network uses one or the other.
 */
export function zoneSlot(zone: string): SlotReading {
  const letter = ZONE_NAME.exec(zone)?.[1];
  if (letter !== undefined) return success(letter.charCodeAt(0) - "a".charCodeAt(0));
  const number = ZONE_ID.exec(zone)?.[1];
  if (number !== undefined) return success(Number(number) - 1);
  if (LOCAL_ZONE.test(zone))
    return failure(`${zone} is a Local or Wavelength Zone, which Lambda does not support; specify an availability zone of the Region`);
  return failure(`"${zone}" is not an availability zone; write its name, such as us-east-1a, or its id, such as use1-az1`);
}

/** Whether the text is the id of a zone. */
export function isZoneId(zone: string): boolean {
  return ZONE_ID.test(zone);
}
