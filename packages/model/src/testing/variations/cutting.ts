import fc from "fast-check";
import type { SecurityGroupRule } from "../../facts/security-group-rule";

/** The same permissions with other rules: cut into pieces, duplicated, with protocols spelled differently, in another order. */
export function arbitraryCutting(rules: readonly SecurityGroupRule[]): fc.Arbitrary<readonly SecurityGroupRule[]> {
  const cut = fc.record({ rule: fc.nat(), at: fc.nat(), how: fc.constantFrom(...cuts) });
  return fc
    .array(cut, { maxLength: 6 })
    .map((steps) => steps.reduce<readonly SecurityGroupRule[]>(cutOne, rules))
    .chain((pieces) => fc.shuffledSubarray([...pieces], { minLength: pieces.length }));
}

type Cut = (rule: SecurityGroupRule, at: number) => readonly SecurityGroupRule[];

function cutOne(rules: readonly SecurityGroupRule[], step: { readonly rule: number; readonly at: number; readonly how: Cut }) {
  const index = step.rule % Math.max(rules.length, 1);
  return rules.flatMap((rule, place) => (place === index ? step.how(rule, step.at) : [rule]));
}

const cuts: readonly Cut[] = [duplicate, respell, splitPorts, halveBlock, repeatPart];

function duplicate(rule: SecurityGroupRule): readonly SecurityGroupRule[] {
  return [rule, rule];
}

const SPELLINGS = [
  ["tcp", "TCP", "6"],
  ["udp", "UDP", "17"],
  ["icmp", "ICMP", "1"],
  ["icmpv6", "ICMPv6", "58"],
  ["-1", "all"],
];

function respell(rule: SecurityGroupRule, at: number): readonly SecurityGroupRule[] {
  const spellings = SPELLINGS.find((some) => some.includes(rule.protocol)) ?? [rule.protocol];
  return [{ ...rule, protocol: spellings[at % spellings.length] ?? rule.protocol }];
}

function hasPorts({ protocol }: SecurityGroupRule): boolean {
  return ["tcp", "TCP", "6", "udp", "UDP", "17"].includes(protocol);
}

function splitPorts(rule: SecurityGroupRule, at: number): readonly SecurityGroupRule[] {
  if (!hasPorts(rule) || rule.fromPort === rule.toPort) return [rule];
  const middle = rule.fromPort + (at % (rule.toPort - rule.fromPort));
  return [
    { ...rule, toPort: middle },
    { ...rule, fromPort: middle + 1 },
  ];
}

/** An IPv4 block as its two halves; the second half may begin inside a byte. */
function halveBlock(rule: SecurityGroupRule): readonly SecurityGroupRule[] {
  if (rule.peer.kind !== "cidr" || rule.peer.cidr.includes(":")) return [rule];
  const [address = "", prefix = ""] = rule.peer.cidr.split("/");
  const length = Number(prefix);
  if (length === 32) return [rule];
  const bytes = address.split(".").map(Number);
  return [0, 1].map((half) => {
    const halved = bytes.map((byte, place) => {
      const bit = 7 - (length - place * 8);
      if (bit < 0 || bit > 7) return byte;
      return half === 0 ? byte & ~(1 << bit) : byte | (1 << bit);
    });
    return { ...rule, peer: { kind: "cidr", cidr: `${halved.join(".")}/${length + 1}` } } as const;
  });
}

/** Repeats a part of a rule: one port or one type. */
function repeatPart(rule: SecurityGroupRule, at: number): readonly SecurityGroupRule[] {
  if (hasPorts(rule)) {
    const port = rule.fromPort + (at % (rule.toPort - rule.fromPort + 1));
    return [rule, { ...rule, fromPort: port, toPort: port }];
  }
  return rule.protocol === "-1" ? [rule, { ...rule, protocol: "tcp", fromPort: at % 65_536, toPort: 65_535 }] : [rule];
}
