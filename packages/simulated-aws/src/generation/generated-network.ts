import { createHash } from "node:crypto";
import type { Random } from "./random";

/** A set of security groups, and the subnets in which functions use it. */
export interface UsedSet {
  readonly securityGroupIds: readonly string[];
  readonly subnetIds: readonly string[];
}

/** A VPC in the form of a seed file, with the sets that functions use. Together they have exactly the wanted combinations. */
export interface GeneratedNetwork {
  readonly vpc: object;
  readonly subnets: readonly object[];
  readonly securityGroups: readonly object[];
  readonly sets: readonly [UsedSet, ...UsedSet[]];
}

interface NetworkRequest {
  /** What the ids of this VPC follow from. */
  readonly name: string;
  readonly region: string;
  /** The second number of its range. */
  readonly range: number;
  readonly sets: number;
  readonly combinations: number;
}

/** A VPC has at least one subnet in each of three zones. */
const ZONES = ["a", "b", "c"];

/** Sets of one to three groups: one that no other set has, and some that several sets share. */
export function generateNetwork({ name, region, range, sets, combinations }: NetworkRequest, random: Random): GeneratedNetwork {
  const vpcId = idOf("vpc", name);
  const used = Math.min(sets, combinations);
  const subnets = Array.from({ length: Math.max(ZONES.length, Math.ceil(combinations / used)) }, (_, index) => ({
    id: idOf("subnet", `${name} ${index}`),
    vpcId,
    region,
    cidrBlock: `10.${range}.${index}.0/24`,
    availabilityZone: `${region}${ZONES[index % ZONES.length] ?? "a"}`,
  }));
  const group = (label: string) => ({
    id: idOf("sg", `${name} ${label}`),
    vpcId,
    region,
    name: label,
    egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
  });
  const shared = [group("shared-database"), group("shared-cache")];
  const own = Array.from({ length: used }, (_, index) => group(`functions-${index}`));
  const [first, ...others] = own.map(({ id }, index): UsedSet => {
    const count = Math.floor(combinations / used) + (index < combinations % used ? 1 : 0);
    return {
      securityGroupIds: [id, ...shared.slice(0, random.below(shared.length + 1)).map((one) => one.id)],
      subnetIds: random.shuffled(subnets.map((one) => one.id)).slice(0, count),
    };
  });
  if (first === undefined) throw new RangeError("A VPC needs at least one set and one combination");
  return {
    vpc: { id: vpcId, region, cidrBlock: `10.${range}.0.0/16` },
    subnets,
    securityGroups: [...own, ...shared],
    sets: [first, ...others],
  };
}

/** An id in the form of AWS that follows from a text. */
export function idOf(prefix: string, of: string): string {
  return `${prefix}-0${createHash("sha256").update(`${prefix} ${of}`).digest("hex").slice(0, 16)}`;
}
