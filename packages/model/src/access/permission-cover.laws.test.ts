import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { covers, widening } from "./permission-cover";
import { arbitraryPermission } from "../testing/arbitrary/arbitrary-rule";
import { cornersOf, permits } from "../testing/traffic";

const rules = fc.array(arbitraryPermission(), { maxLength: 3 });
/** Two lists, the second often a part of the first, so that cover is no rare luck. */
const pairs = fc.oneof(
  fc.tuple(rules, rules),
  rules.chain((list) => fc.tuple(fc.constant(list), fc.subarray(list))),
);

test("one list covers another exactly when it lets through every packet that the other does", () => {
  checkLaw(
    { "one covers the other, which lets packets through": 5, "one does not cover the other": 15 },
    [pairs],
    ([granted, needed], met) => {
      const packets = cornersOf([...granted, ...needed]).filter((packet) => permits(needed, packet));
      const covered = packets.every((packet) => permits(granted, packet));
      met("one covers the other, which lets packets through", covered && packets.length > 0);
      met("one does not cover the other", !covered);
      expect(covers(granted, needed)).toBe(covered);
    },
    { numRuns: 300 },
  );
});

test("a packet that a widening lets through newly is let through by one of the rules that it names, and each names one", () => {
  checkLaw(
    { "packets are let through newly": 30, "a rule lets nothing through newly": 5 },
    [pairs],
    ([granted, had], met) => {
      const named = widening(granted, had);
      const gained = cornersOf([...granted, ...had]).filter((packet) => permits(granted, packet) && !permits(had, packet));
      met("packets are let through newly", gained.length > 0);
      met("a rule lets nothing through newly", named.length < granted.length);
      for (const packet of gained) expect(permits(named, packet)).toBe(true);
      for (const rule of named) expect(gained.some((packet) => permits([rule], packet))).toBe(true);
    },
    { numRuns: 300 },
  );
});
