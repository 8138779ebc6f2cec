import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { canonicalPermissions } from "./permissions";
import { protocolName, type SecurityGroupRule } from "../facts/security-group-rule";
import { arbitraryPermission } from "../testing/arbitrary/arbitrary-rule";
import { arbitraryCutting } from "../testing/variations/cutting";
import { cornersOf, permits } from "../testing/traffic";

const runs = { numRuns: 300 };
const rules = fc.array(arbitraryPermission(), { maxLength: 4 });
/** A list, and the same permissions in other words. */
const cuttings = rules.chain((list) => fc.tuple(fc.constant(list), arbitraryCutting(list)));

/** A packet that one list lets through and the other not: at a corner of a rule, or nowhere. */
function difference(left: readonly SecurityGroupRule[], right: readonly SecurityGroupRule[]): unknown {
  return cornersOf([...left, ...right]).find((packet) => permits(left, packet) !== permits(right, packet));
}

describe("the canonical text of permissions", () => {
  test("is equal for two lists exactly when they let the same packets through", () => {
    checkLaw(
      { "the same packets": 20, "other packets": 40 },
      [fc.oneof(fc.tuple(rules, rules), neighbours(), cuttings)],
      ([left, right], met) => {
        const same = canonicalPermissions(left) === canonicalPermissions(right);
        const packet = difference(left, right);
        met("the same packets", packet === undefined && left.length > 0);
        met("other packets", packet);
        expect({ same, packet }).toEqual({ same, packet: same ? undefined : expect.anything() });
      },
      { numRuns: 1_000 },
    );
  });

  test("stays the same however the rules are cut, spelt, repeated or ordered", () => {
    checkLaw(
      { "the rules are cut": 30 },
      [cuttings],
      ([list, cutting], met) => {
        met("the rules are cut", cutting.length > list.length);
        expect(difference(list, cutting)).toBeUndefined();
        expect(canonicalPermissions(cutting)).toBe(canonicalPermissions(list));
      },
      runs,
    );
  });

  test("is made of any texts and numbers without a crash", () => {
    const wild = fc.record({
      direction: fc.constantFrom("inbound", "outbound"),
      protocol: fc.oneof(fc.string(), fc.constantFrom("constructor", "__proto__", "")),
      fromPort: fc.oneof(fc.integer(), fc.double()),
      toPort: fc.oneof(fc.integer(), fc.double()),
      peer: fc
        .oneof(fc.string(), fc.constantFrom("", "10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "300.1.1.1/8", "::/129", "fe80::%1/64"))
        .map((cidr) => ({ kind: "cidr", cidr }) as const),
    }) satisfies fc.Arbitrary<SecurityGroupRule>;
    fc.assert(
      fc.property(fc.array(wild, { maxLength: 4 }), (list) => {
        expect(canonicalPermissions([...list, ...list])).toBe(canonicalPermissions(list));
      }),
      runs,
    );
  });
});

/** A list and the same list with one rule less, one more, or one changed a little. */
function neighbours(): fc.Arbitrary<[SecurityGroupRule[], SecurityGroupRule[]]> {
  return fc
    .tuple(rules, arbitraryPermission(), fc.nat(), fc.constantFrom("drop", "add", "next port", "other destination"))
    .map(([list, other, place, how]) => {
      const index = place % Math.max(list.length, 1);
      const changed = list.flatMap((rule, at) => {
        if (at !== index || how === "add") return [rule];
        if (how === "next port" && rule.fromPort >= 0) return [{ ...rule, toPort: Math.min(rule.toPort + 1, lastPort(rule)) }];
        return how === "other destination" ? [{ ...rule, peer: other.peer }] : [];
      });
      return [list, how === "add" ? [...changed, other] : changed];
    });
}

/** The last port, or the last ICMP code. */
function lastPort({ protocol }: SecurityGroupRule): number {
  return protocolName(protocol).startsWith("icmp") ? 255 : 65_535;
}
