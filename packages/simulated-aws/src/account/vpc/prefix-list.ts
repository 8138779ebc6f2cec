import { idFrom } from "../store/identifier";

/** A prefix list that AWS manages: what a service of gateway endpoints is reached at. */
export interface PrefixList {
  readonly id: string;
  readonly name: string;
  readonly cidrBlocks: readonly string[];
}

/** The services of gateway endpoints (docs/aws-facts.md#gateway-endpoints), at ranges that RFC 5737 keeps for documentation. */
const SERVICES: ReadonlyMap<string, string> = new Map([
  ["dynamodb", "192.0.2.0/24"],
  ["s3", "198.51.100.0/24"],
  ["s3express", "203.0.113.0/24"],
]);

/** The prefix lists of a Region, which each account has. */
export function prefixLists(region: string): readonly PrefixList[] {
  return [...SERVICES].map(([service, range]) => {
    const name = `com.amazonaws.${region}.${service}`;
    return { id: idFrom("pl", name), name, cidrBlocks: [range] };
  });
}
