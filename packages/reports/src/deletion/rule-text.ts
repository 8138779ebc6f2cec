import type { AccountSecurityGroupRule } from "@lambda-vpc/model";

/** A rule in words: `ingress tcp 443`, `egress all`. */
export function ruleText({ direction, protocol, fromPort, toPort }: AccountSecurityGroupRule): string {
  if (protocol === "-1") return `${direction} all`;
  if (fromPort === undefined || fromPort < 0) return `${direction} ${protocol}`;
  return `${direction} ${protocol} ${fromPort === toPort || toPort === undefined ? fromPort : `${fromPort}-${toPort}`}`;
}
