import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { covers, widening } from "./permission-cover";
import { arbitraryPermission } from "../testing/arbitrary-rule";
import { cornersOf, permits } from "../testing/traffic";

const rules = fc.array(arbitraryPermission(), { maxLength: 3 });
/** Two lists, the second often a part of the first, so that cover is no rare luck. */
const pairs = fc.oneof(
  fc.tuple(rules, rules),
  rules.chain((list) => fc.tuple(fc.constant(list), fc.subarray(list))),
);

test("one list covers another exactly when it lets through every packet that the other does", () => {
  fc.assert(
    fc.property(pairs, ([granted, needed]) => {
      const packets = cornersOf([...granted, ...needed]).filter((packet) => permits(needed, packet));
      expect(covers(granted, needed)).toBe(packets.every((packet) => permits(granted, packet)));
    }),
    { numRuns: 200 },
  );
});

test("a packet that a widening lets through newly is let through by one of the rules that it names, and each names one", () => {
  fc.assert(
    fc.property(pairs, ([granted, had]) => {
      const named = widening(granted, had);
      const gained = cornersOf([...granted, ...had]).filter((packet) => permits(granted, packet) && !permits(had, packet));
      for (const packet of gained) expect(permits(named, packet)).toBe(true);
      for (const rule of named) expect(gained.some((packet) => permits([rule], packet))).toBe(true);
    }),
    { numRuns: 200 },
  );
});
