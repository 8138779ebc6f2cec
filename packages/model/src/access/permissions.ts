import ipaddr from "ipaddr.js";
import { type Interval, mergeIntervals } from "../addresses/intervals";
import { compareKeys } from "../facts/key";
import { type Peer, protocolName, type SecurityGroupRule } from "../facts/security-group-rule";

/*
 * Rules are a union of rectangles: ports (or ICMP types and codes) × addresses, one plane for each protocol and kind of peer.
 *
 *      addresses
 *        ▲   ┌────────┐
 *        │   │   ┌────┼───┐      Two rule lists mean the same exactly if they cover the same part of each plane,
 *        │   └───┼────┘   │      in whatever way the rectangles are cut, ordered or repeated.
 *        │       └────────┘
 *        └──────────────────▶ ports
 *
 * `canonicalPermissions` writes each plane as runs of ports with equal addresses: that form is unique. Prefix lists and security groups
 * are planes of one point: their contents are not compared with addresses, so unknown contents never make two lists equal.
 */

const ALL_PORTS: Interval<number> = { first: 0, last: 65_535 };

interface Rectangle {
  readonly protocol: string;
  readonly ports: Interval<number>;
  readonly space: string;
  readonly addresses: Interval<bigint>;
}

/** A text that is equal for two lists of rules exactly when they permit the same. Directions are not mixed: pass one at a time. */
export function canonicalPermissions(rules: readonly SecurityGroupRule[]): string {
  const rectangles = rules.map(rectangle);
  const spaces = [...new Set(rectangles.map((r) => r.space))].sort(compareKeys);
  return spaces.map((space) => `${space} ${canonicalSpace(rectangles.filter((r) => r.space === space))}`).join("\n");
}

function canonicalSpace(rectangles: readonly Rectangle[]): string {
  const everything = rectangles.filter((r) => r.protocol === "all");
  const base = addressText(everything);
  const protocols = [...new Set(rectangles.map((r) => r.protocol))].sort(compareKeys);
  const planes = protocols.flatMap((name) => {
    const runs = portRuns([...everything, ...rectangles.filter((r) => r.protocol === name)]);
    return runs.every((run) => run.addresses === base)
      ? []
      : [`${name}{${runs.map((r) => `${r.first}-${r.last}:${r.addresses}`).join(";")}}`];
  });
  return [`all{${base}}`, ...planes].join(" ");
}

/** The plane of one protocol as runs of neighbouring ports that reach the same addresses. */
function portRuns(rectangles: readonly Rectangle[]): { first: number; last: number; addresses: string }[] {
  const starts = new Set([ALL_PORTS.first, ...rectangles.flatMap((r) => [r.ports.first, r.ports.last + 1])]);
  const cuts = [...starts].filter((port) => port <= ALL_PORTS.last).sort((a, b) => a - b);
  const runs: { first: number; last: number; addresses: string }[] = [];
  for (const [index, first] of cuts.entries()) {
    const last = (cuts[index + 1] ?? ALL_PORTS.last + 1) - 1;
    const addresses = addressText(rectangles.filter((r) => r.ports.first <= first && last <= r.ports.last));
    const previous = runs.at(-1);
    if (previous?.addresses === addresses) previous.last = last;
    else runs.push({ first, last, addresses });
  }
  return runs;
}

function addressText(rectangles: readonly Rectangle[]): string {
  return mergeIntervals(rectangles.map((r) => r.addresses))
    .map(({ first, last }) => `${first}-${last}`)
    .join(",");
}

function rectangle(rule: SecurityGroupRule): Rectangle {
  const protocol = protocolName(rule.protocol);
  return { protocol, ports: portInterval(protocol, rule), ...addressInterval(rule.peer) };
}

/**
 * Ports of TCP and UDP are unchanged. An ICMP type and code become `type × 256 + code`. Other protocols have no ports, and those of the rule are ignored
 * (docs/aws-facts.md#rule-ports).
 */
function portInterval(protocol: string, { fromPort, toPort }: SecurityGroupRule): Interval<number> {
  if (protocol === "tcp" || protocol === "udp") return fromPort < 0 || toPort < 0 ? ALL_PORTS : { first: fromPort, last: toPort };
  if (protocol !== "icmp" && protocol !== "icmpv6") return ALL_PORTS;
  if (fromPort < 0) return ALL_PORTS;
  return toPort < 0
    ? { first: fromPort * 256, last: fromPort * 256 + 255 }
    : { first: fromPort * 256 + toPort, last: fromPort * 256 + toPort };
}

const POINT: Interval<bigint> = { first: 0n, last: 0n };

function addressInterval(peer: Peer): { space: string; addresses: Interval<bigint> } {
  switch (peer.kind) {
    case "prefix-list":
      return { space: `prefix-list ${peer.id}`, addresses: POINT };
    case "security-group":
      return { space: `security-group ${peer.key}`, addresses: POINT };
    case "cidr":
      return cidrInterval(peer.cidr);
  }
}

/** The addresses of a CIDR block. Host bits are ignored, as EC2 does. A text that is not a CIDR block is a separate point. */
function cidrInterval(cidr: string): { space: string; addresses: Interval<bigint> } {
  if (!ipaddr.isValidCIDR(cidr)) return { space: `cidr ${cidr}`, addresses: POINT };
  const [address, prefix] = ipaddr.parseCIDR(cidr);
  const bytes = address.toByteArray();
  const size = 1n << BigInt(bytes.length * 8 - prefix);
  const value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const first = value - (value % size);
  return { space: address.kind(), addresses: { first, last: first + size - 1n } };
}
