import type { AccountReading, AccountSubnet } from "../account/account-reading";
import { readAddressBlock, usableAddresses } from "../addresses/address-block";
import { shareOf } from "../count/share";
import type { AuditedCombination } from "./audited-combination";
import type { AuditedInterface } from "./audited-interface";

/** The share of the addresses of a subnet that must be free. A subnet with fewer is near exhaustion. */
export const LEAST_FREE_SHARE = 0.1;

/** A subnet, and what takes its addresses. */
export interface AuditedSubnet extends AccountSubnet {
  /** The addresses of its range that can be used. Absent if it has no IPv4 range, or one that AWS does not accept. */
  readonly usable?: number;
  /** Whether fewer than a tenth of its addresses are free. */
  readonly nearExhaustion: boolean;
  readonly combinations: number;
  /** The interfaces of Lambda in it. */
  readonly lambda: number;
  /** All other interfaces. */
  readonly others: number;
}

export function auditSubnets(
  { subnets }: Pick<AccountReading, "subnets">,
  combinations: readonly AuditedCombination[],
  interfaces: readonly AuditedInterface[],
): readonly AuditedSubnet[] {
  const held = Map.groupBy(combinations, ({ subnet }) => subnet);
  const inside = Map.groupBy(interfaces, ({ subnet }) => subnet);
  return subnets.map((subnet) => {
    const own = inside.get(subnet.id) ?? [];
    const others = own.filter(({ state }) => state === "other").length;
    const usable = usableOf(subnet);
    return {
      ...subnet,
      ...(usable === undefined ? {} : { usable }),
      nearExhaustion: usable !== undefined && subnet.availableAddresses < shareOf(usable, LEAST_FREE_SHARE),
      combinations: held.get(subnet.id)?.length ?? 0,
      lambda: own.length - others,
      others,
    };
  });
}

function usableOf({ cidrBlock }: AccountSubnet): number | undefined {
  if (cidrBlock === undefined) return undefined;
  const block = readAddressBlock(cidrBlock);
  return block.ok ? usableAddresses(block.value.prefixLength) : undefined;
}
