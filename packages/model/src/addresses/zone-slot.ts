import { failure, type Result, success } from "../count/result";

/** How many zones a range has slots for: more than any Region has today, and a power of two. */
export const ZONE_SLOTS = 8;

/** The slot of a zone, or why it has none, with the fix. */
export type SlotReading = Result<number>;

/** An availability zone's name in one account, and the id that means the same zone in all (docs/aws-facts.md#zone-ids). */
const ZONE_NAME = /^[a-z]{2}(?:-[a-z]+)+-\d+([a-h])$/;
const ZONE_ID = /^[a-z]+\d+-az([1-8])$/;
const LOCAL_ZONE = /^[a-z]{2}(?:-[a-z]+)+-\d+-[a-z]+-\d+[a-z]$|^[a-z]+\d+-[a-z]+\d+-az\d+$/;

/**
 * The slot that is a zone's own by its letter or number: `us-east-1a` and `use1-az1` 0, `us-east-1c` and `use1-az3` 2. So it never depends on
 * what other zones there are, nor on their order. A letter is a zone of the account, a number one of AWS's: one network uses either.
 */
export function zoneSlot(zone: string): SlotReading {
  const letter = ZONE_NAME.exec(zone)?.[1];
  if (letter !== undefined) return success(letter.charCodeAt(0) - "a".charCodeAt(0));
  const number = ZONE_ID.exec(zone)?.[1];
  if (number !== undefined) return success(Number(number) - 1);
  if (LOCAL_ZONE.test(zone))
    return failure(`${zone} is a Local or Wavelength Zone, where Lambda has no functions; name an availability zone of the Region`);
  return failure(`"${zone}" is no availability zone; write its name, such as us-east-1a, or its id, such as use1-az1`);
}

/** Whether a zone is named by its id. */
export function isZoneId(zone: string): boolean {
  return ZONE_ID.test(zone);
}
