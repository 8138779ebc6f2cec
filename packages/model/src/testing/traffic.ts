import type { SecurityGroupRule } from "../facts/security-group-rule";

/*
 * The second oracle: whether a list of rules lets one packet through, rule by rule. It shares no code with the canonical text of
 * permissions: it reads protocols, ports and addresses separately.
 */

/** One kind of packet to one destination. `port` is the ICMP type where there is one, and `code` matters only there. */
export interface Packet {
  readonly protocol: string;
  readonly port: number;
  readonly code: number;
  /** An address of a family (4 or 6), or the name of a prefix list or group. */
  readonly to: { readonly family: 4 | 6; readonly address: bigint } | { readonly name: string };
}

const NUMBERS: readonly (readonly [string, string])[] = [
  ["1", "icmp"],
  ["6", "tcp"],
  ["17", "udp"],
  ["58", "icmpv6"],
];

function nameOf(protocol: string): string {
  for (const [number, name] of NUMBERS) if (protocol === number) return name;
  return protocol.toLowerCase();
}

function isAll(rule: SecurityGroupRule): boolean {
  return rule.protocol === "-1" || rule.protocol === "all";
}

/** Whether any of `rules` lets `packet` through. */
export function permits(rules: readonly SecurityGroupRule[], packet: Packet): boolean {
  return rules.some((rule) => concernsProtocol(rule, packet) && concernsDestination(rule, packet));
}

function concernsProtocol(rule: SecurityGroupRule, packet: Packet): boolean {
  if (isAll(rule)) return true;
  const protocol = nameOf(rule.protocol);
  if (protocol !== packet.protocol) return false;
  if (protocol === "tcp" || protocol === "udp") return rule.fromPort <= packet.port && packet.port <= rule.toPort;
  if (protocol === "icmp" || protocol === "icmpv6")
    return rule.fromPort === -1 || (rule.fromPort === packet.port && (rule.toPort === -1 || rule.toPort === packet.code));
  return true;
}

function concernsDestination({ peer }: SecurityGroupRule, { to }: Packet): boolean {
  if (peer.kind === "prefix-list") return "name" in to && to.name === peer.id;
  if (peer.kind === "security-group") return "name" in to && to.name === peer.key;
  const block = blockOf(peer.cidr);
  return "family" in to && to.family === block.family && block.first <= to.address && to.address <= block.last;
}

/** A CIDR block as its first and last address; host bits do not count. */
function blockOf(cidr: string): { family: 4 | 6; first: bigint; last: bigint } {
  const [text = "", prefix = ""] = cidr.split("/");
  const family = text.includes(":") ? 6 : 4;
  const size = 2n ** BigInt((family === 4 ? 32 : 128) - Number(prefix));
  const address = family === 4 ? ipv4(text) : ipv6(text);
  const first = (address / size) * size;
  return { family, first, last: first + size - 1n };
}

function ipv4(text: string): bigint {
  let address = 0n;
  for (const part of text.split(".")) address = address * 256n + BigInt(part);
  return address;
}

function ipv6(text: string): bigint {
  const [before = "", after = ""] = text.split("::");
  const head = before === "" ? [] : before.split(":");
  const tail = after === "" ? [] : after.split(":");
  const zeros = new Array<string>(8 - head.length - tail.length).fill("0");
  let address = 0n;
  for (const part of [...head, ...zeros, ...tail]) address = address * 65_536n + BigInt(`0x${part}`);
  return address;
}

/**
 * Packets that distinguish any two of these lists if any packet does: at every corner of every rule, and one step beyond it on each side.
 */
export function cornersOf(rules: readonly SecurityGroupRule[]): readonly Packet[] {
  const protocols = [...new Set([...rules.filter((rule) => !isAll(rule)).map((rule) => nameOf(rule.protocol)), "any other"])];
  const packets: Packet[] = [];
  for (const protocol of protocols) {
    const ports = around(rules.flatMap((rule) => [rule.fromPort, rule.toPort])).filter((port) => port <= (isIcmp(protocol) ? 255 : 65_535));
    const codes = isIcmp(protocol) ? around(rules.map((rule) => rule.toPort)).filter((code) => code <= 255) : [0];
    for (const port of isIcmp(protocol) || protocol === "tcp" || protocol === "udp" ? ports : [0])
      for (const code of codes) for (const to of destinations(rules)) packets.push({ protocol, port, code, to });
  }
  return packets;
}

function isIcmp(protocol: string): boolean {
  return protocol === "icmp" || protocol === "icmpv6";
}

function around(numbers: readonly number[]): readonly number[] {
  return [...new Set([0, ...numbers.flatMap((n) => [n - 1, n, n + 1])])].filter((n) => n >= 0);
}

function destinations(rules: readonly SecurityGroupRule[]): readonly Packet["to"][] {
  const found: Packet["to"][] = [];
  for (const { peer } of rules) {
    if (peer.kind === "prefix-list") found.push({ name: peer.id });
    else if (peer.kind === "security-group") found.push({ name: peer.key });
    else {
      const { family, first, last } = blockOf(peer.cidr);
      for (const address of [first - 1n, first, last, last + 1n])
        if (address >= 0n && address < 2n ** (family === 4 ? 32n : 128n)) found.push({ family, address });
    }
  }
  return found;
}
