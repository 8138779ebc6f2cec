import ipaddr from "ipaddr.js";
import type { PartialRules } from "../facts/partial-rules";
import { DEFAULT_OUTBOUND_PEER, type Peer } from "../facts/security-group-rule";

/** Whether something is the case; undefined if it is unknown. */
export type Certainty = boolean | undefined;

/** Whether the rules of a group allow any traffic. Law: one more rule, known or hidden, never makes a group that allows some one that allows none. */
export function allowsTraffic({ known, hidden }: PartialRules): Certainty {
  if (known.length > 0 || hidden === "certain") return true;
  return hidden === "possible" ? undefined : false;
}

/** Whether the rules of a group allow traffic to every address of the internet. Law: one more rule never makes a group that allows it one that does not. */
export function allowsInternet({ known, hidden }: PartialRules): Certainty {
  if (known.some(({ peer }) => isEverywhere(peer))) return true;
  return hidden === undefined ? false : undefined;
}

/** A range without a prefix, of either version, or AWS's default rule. */
function isEverywhere(peer: Peer): boolean {
  if (peer.kind === "prefix-list") return peer.id === DEFAULT_OUTBOUND_PEER;
  return peer.kind === "cidr" && ipaddr.isValidCIDR(peer.cidr) && ipaddr.parseCIDR(peer.cidr)[1] === 0;
}
