import { idFrom } from "../store/identifier";

/** An AWS-managed prefix list: the addresses of a service with gateway endpoints. */
export interface PrefixList {
  readonly id: string;
  readonly name: string;
  readonly cidrBlocks: readonly string[];
}

/** The services with gateway endpoints (docs/aws-facts.md#gateway-endpoints), with ranges that RFC 5737 reserves for documentation. */
const SERVICES: ReadonlyMap<string, string> = new Map([
  ["dynamodb", "192.0.2.0/24"],
  ["s3", "198.51.100.0/24"],
  ["s3express", "203.0.113.0/24"],
]);

/** The AWS-managed prefix lists of a Region. */
export function prefixLists(region: string): readonly PrefixList[] {
  return [...SERVICES].map(([service, range]) => {
    const name = `com.amazonaws.${region}.${service}`;
    return { id: idFrom("pl", name), name, cidrBlocks: [range] };
  });
}
