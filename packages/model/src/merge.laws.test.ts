import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Key } from "./key";
import { mergeableSets } from "./merge";
import type { SecurityGroupRule } from "./security-group-rule";
import { arbitraryRule } from "./testing/arbitrary-rule";
import { sampleGroups } from "./testing/sample-groups";
import { sampleNetwork } from "./testing/sample-network";
import { cornersOf, permits } from "./testing/traffic";

const KEYS = ["a", "b", "c", "d"];

/** What a function with a set can reach, and who refers to it: plain rules in which every group of the set is called `self`. */
function accessOf(
  rules: Readonly<Record<Key, readonly SecurityGroupRule[]>>,
  set: readonly Key[],
): readonly (readonly SecurityGroupRule[])[] {
  const called = (key: Key): Key => (set.includes(key) ? "self" : key);
  const outbound: SecurityGroupRule[] = [];
  const letIn: SecurityGroupRule[] = [];
  const letOutTo: SecurityGroupRule[] = [];
  for (const [owner, own] of Object.entries(rules))
    for (const rule of own) {
      const peer = rule.peer.kind === "security-group" ? { ...rule.peer, key: called(rule.peer.key) } : rule.peer;
      const reference = { ...rule, peer: { kind: "security-group", key: called(owner) } } as const;
      if (set.includes(owner) && rule.direction === "outbound") outbound.push({ ...rule, peer });
      if (rule.peer.kind === "security-group" && set.includes(rule.peer.key))
        (rule.direction === "inbound" ? letIn : letOutTo).push(reference);
    }
  return [outbound, letIn, letOutTo];
}

function sameAccess(rules: Readonly<Record<Key, readonly SecurityGroupRule[]>>, left: readonly Key[], right: readonly Key[]): boolean {
  const [before, after] = [accessOf(rules, left), accessOf(rules, right)];
  return before.every((list, index) => {
    const other = after[index] ?? [];
    return cornersOf([...list, ...other]).every((packet) => permits(list, packet) === permits(other, packet));
  });
}

test("two sets of known groups of one VPC are merged exactly when no packet tells them apart", () => {
  const rule = fc.oneof(arbitraryRule("outbound", KEYS), arbitraryRule("inbound", KEYS));
  const groups = fc.record(Object.fromEntries(KEYS.map((key) => [key, fc.array(rule, { maxLength: 2 })])));
  const set = fc.subarray(KEYS, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(groups, set, set, (rules, left, right) => {
      fc.pre(left.join() !== right.join());
      const merges = mergeableSets(sampleNetwork({ securityGroups: sampleGroups(rules) }), [left, right]);
      expect(merges.length === 1).toBe(sameAccess(rules, left, right));
    }),
    { numRuns: 500 },
  );
});
