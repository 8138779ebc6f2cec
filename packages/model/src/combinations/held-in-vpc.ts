import type { PossibleAliases } from "./possible-aliases";
import { between, type Count } from "../count/count";
import type { HeldCombination } from "../facts/inventory";
import { type Key, keySet } from "../facts/key";
import type { VpcPlacement } from "./placement";
import type { ResolvedNetwork } from "./resolved-network";
import { setKey } from "../facts/security-group-set";
import { undisputedVpcs } from "./vpc-by-subnet";
import type { Uncertainty } from "../count/uncertainty";

/** What the account holds in one VPC already, as the inventory says. */
export interface HeldInVpc {
  readonly count: Count;
  /** Why the count may not be exact. */
  readonly uncertainties: readonly Uncertainty[];
}

/** The combinations that the account holds, subnet by subnet, to be counted VPC by VPC. */
export class HeldByVpc {
  private readonly bySubnet: ReadonlyMap<Key, number>;
  private readonly vpcs: ReadonlyMap<Key, Key>;
  private readonly aliases: PossibleAliases;

  /** A function that is placed shows the VPC of its subnets, in addition to what the network says of them. */
  constructor({ network, placement, vpcBySubnet, aliases }: ResolvedNetwork) {
    this.aliases = aliases;
    this.bySubnet = combinationsBySubnet(network.inventory?.combinations ?? []);
    const shown = placement.vpcs.flatMap(({ vpc, attachments }) =>
      vpc === undefined ? [] : certainSubnets(attachments).map((subnet) => [subnet, vpc] as const),
    );
    this.vpcs = new Map([...undisputedVpcs(shown), ...vpcBySubnet]);
  }

  /** What is held in the VPC of a placement; in one that does not show, what its own subnets hold and perhaps the most that any VPC does. */
  in({ vpc, attachments }: VpcPlacement): HeldInVpc {
    const own = new Set(vpc === undefined ? certainSubnets(attachments) : []);
    const here = this.held((home, subnet) => own.has(subnet) || (vpc !== undefined && home === vpc));
    const unplaced = this.held((home, subnet) => home === undefined && !own.has(subnet));
    const twins = this.held((home) => vpc !== undefined && home !== undefined && home !== vpc && this.aliases.mayBeEqual(home, vpc));
    const elsewhere = vpc === undefined ? this.mostInOneVpc() : 0;
    return {
      count: between(here, here, here + unplaced + twins + elsewhere, "known"),
      uncertainties: [
        ...(unplaced > 0 ? (["inventory-without-vpc"] as const) : []),
        ...(twins > 0 ? (["perhaps-same-resource"] as const) : []),
        ...(elsewhere > 0 ? (["vpc-unknown"] as const) : []),
      ],
    };
  }

  private held(counts: (home: Key | undefined, subnet: Key) => boolean): number {
    return [...this.bySubnet].reduce((total, [subnet, n]) => (counts(this.vpcs.get(subnet), subnet) ? total + n : total), 0);
  }

  private mostInOneVpc(): number {
    const vpcs = keySet([...this.vpcs.values()].map((vpc) => this.aliases.representative(vpc)));
    return Math.max(0, ...vpcs.map((vpc) => this.held((home) => home !== undefined && this.aliases.representative(home) === vpc)));
  }
}

/** How many combinations each subnet of an inventory holds. */
export function combinationsBySubnet(combinations: readonly HeldCombination[]): ReadonlyMap<Key, number> {
  const sets = Map.groupBy(combinations, ({ subnet }) => subnet);
  return new Map([...sets].map(([subnet, held]) => [subnet, new Set(held.map((one) => setKey(keySet(one.securityGroups)))).size]));
}

function certainSubnets(attachments: VpcPlacement["attachments"]): readonly Key[] {
  return keySet(attachments.flatMap(({ subnets }) => subnets.certain));
}
