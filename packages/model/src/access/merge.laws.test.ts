import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import type { Key } from "../facts/key";
import { mergeableSets, perhapsMergeableSets } from "./merge";
import type { SecurityGroupRule } from "../facts/security-group-rule";
import { arbitraryRule } from "../testing/arbitrary/arbitrary-rule";
import { sampleGroups } from "../testing/samples/sample-groups";
import { sampleNetwork } from "../testing/samples/sample-network";
import { cornersOf, permits } from "../testing/traffic";

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

const rule = fc.oneof(arbitraryRule("outbound", KEYS), arbitraryRule("inbound", KEYS));
const groups = fc.record(Object.fromEntries(KEYS.map((key) => [key, fc.array(rule, { maxLength: 2 })])));
const set = fc.subarray(KEYS, { minLength: 1, maxLength: 3 });
const hidden = { ok: false, error: "it does not show" } as const;

test("two sets of known groups of one VPC are merged exactly when no packet tells them apart", () => {
  checkLaw(
    { "two sets": 60, "no packet tells them apart": 10, "a packet tells them apart": 30 },
    [groups, set, set],
    (rules, left, right, met) => {
      if (!met("two sets", left.join() !== right.join())) return;
      const merges = mergeableSets(sampleNetwork({ securityGroups: sampleGroups(rules) }), [left, right]);
      const same = sameAccess(rules, left, right);
      met("no packet tells them apart", same);
      met("a packet tells them apart", !same);
      expect(merges.length === 1).toBe(same);
    },
    { numRuns: 500 },
  );
});

test("what is hidden never takes a merge away silently: sets that grant the same are offered, or perhaps mergeable", () => {
  const parts = fc.subarray(KEYS.flatMap((key) => [`outbound of ${key}`, `references of ${key}`]));
  checkLaw(
    { "two sets": 60, "sets that grant the same": 10, "what is hidden leaves it open whether they do": 10 },
    [groups, set, set, parts],
    (rules, left, right, concealed, met) => {
      if (!met("two sets", left.join() !== right.join())) return;
      const all = sampleGroups(rules);
      const shown = all.map((group) => ({
        ...group,
        ...(concealed.includes(`outbound of ${group.key}`) ? { outbound: hidden } : {}),
        ...(concealed.includes(`references of ${group.key}`) ? { references: hidden } : {}),
      }));
      const [known, partly] = [sampleNetwork({ securityGroups: all }), sampleNetwork({ securityGroups: shown })];
      const offered = mergeableSets(partly, [left, right]).length;
      const perhaps = perhapsMergeableSets(partly, [left, right]).length;
      met("what is hidden leaves it open whether they do", perhaps === 1);
      if (met("sets that grant the same", mergeableSets(known, [left, right]).length === 1)) expect(offered + perhaps).toBe(1);
      expect(perhapsMergeableSets(known, [left, right])).toEqual([]);
      expect(offered + perhaps).toBeLessThanOrEqual(1);
    },
    { numRuns: 500 },
  );
});
