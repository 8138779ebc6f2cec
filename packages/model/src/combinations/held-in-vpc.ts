import type { PossibleAliases } from "./possible-aliases";
import { between, type Count } from "../count/count";
import type { HeldCombination } from "../facts/inventory";
import { type Key, keySet } from "../facts/key";
import type { VpcPlacement } from "./placement";
import type { ResolvedNetwork } from "./resolved-network";
import { setKey } from "../facts/security-group-set";
import { undisputedVpcs } from "./vpc-by-subnet";
import type { Uncertainty } from "../count/uncertainty";

/** The combinations that the account holds in one VPC already, according to the inventory. */
export interface HeldInVpc {
  readonly count: Count;
  /** Why the count may not be exact. */
  readonly uncertainties: readonly Uncertainty[];
}

/** The combinations that the account holds in each subnet, counted for each VPC. */
export class HeldByVpc {
  private readonly bySubnet: ReadonlyMap<Key, number>;
  private readonly vpcs: ReadonlyMap<Key, Key>;
  private readonly aliases: PossibleAliases;

  /** The VPC of a placed function is the VPC of its subnets, in addition to the VPCs of subnets that the network contains. */
  constructor({ network, placement, vpcBySubnet, aliases }: ResolvedNetwork) {
    this.aliases = aliases;
    this.bySubnet = combinationsBySubnet(network.inventory?.combinations ?? []);
    const placedSubnets = placement.vpcs.flatMap(({ vpc, attachments }) =>
      vpc === undefined ? [] : certainSubnets(attachments).map((subnet) => [subnet, vpc] as const),
    );
    this.vpcs = new Map([...undisputedVpcs(placedSubnets), ...vpcBySubnet]);
  }

  /** The combinations held in the VPC of a placement. If the VPC is unknown: those in its own subnets, and possibly the most that any VPC holds. */
  in({ vpc, attachments }: VpcPlacement): HeldInVpc {
    const own = new Set(vpc === undefined ? certainSubnets(attachments) : []);
    const here = this.held((vpcOfSubnet, subnet) => own.has(subnet) || (vpc !== undefined && vpcOfSubnet === vpc));
    const unplaced = this.held((vpcOfSubnet, subnet) => vpcOfSubnet === undefined && !own.has(subnet));
    const aliased = this.held(
      (vpcOfSubnet) => vpc !== undefined && vpcOfSubnet !== undefined && vpcOfSubnet !== vpc && this.aliases.mayBeEqual(vpcOfSubnet, vpc),
    );
    const elsewhere = vpc === undefined ? this.mostInOneVpc() : 0;
    return {
      count: between(here, here, here + unplaced + aliased + elsewhere, "known"),
      uncertainties: [
        ...(unplaced > 0 ? (["inventory-without-vpc"] as const) : []),
        ...(aliased > 0 ? (["perhaps-same-resource"] as const) : []),
        ...(elsewhere > 0 ? (["vpc-unknown"] as const) : []),
      ],
    };
  }

  private held(counts: (vpcOfSubnet: Key | undefined, subnet: Key) => boolean): number {
    return [...this.bySubnet].reduce((total, [subnet, n]) => (counts(this.vpcs.get(subnet), subnet) ? total + n : total), 0);
  }

  private mostInOneVpc(): number {
    const vpcs = keySet([...this.vpcs.values()].map((vpc) => this.aliases.representative(vpc)));
    return Math.max(
      0,
      ...vpcs.map((vpc) => this.held((vpcOfSubnet) => vpcOfSubnet !== undefined && this.aliases.representative(vpcOfSubnet) === vpc)),
    );
  }
}

/** The number of combinations that each subnet of an inventory holds. */
export function combinationsBySubnet(combinations: readonly HeldCombination[]): ReadonlyMap<Key, number> {
  const sets = Map.groupBy(combinations, ({ subnet }) => subnet);
  return new Map([...sets].map(([subnet, held]) => [subnet, new Set(held.map((one) => setKey(keySet(one.securityGroups)))).size]));
}

function certainSubnets(attachments: VpcPlacement["attachments"]): readonly Key[] {
  return keySet(attachments.flatMap(({ subnets }) => subnets.certain));
}
