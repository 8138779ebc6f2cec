import { type AddressBlock, usableAddresses } from "../addresses/address-block";
import type { AddressConsumer } from "../facts/address-consumer";
import { addressNeeds } from "./address-needs";
import { budgetSubnets } from "./budget-subnets";
import type { Capacity, ConsumerCount } from "./capacity";
import { lessShare } from "../count/share";
import { planEnis } from "../combinations/eni-plan";
import { resolveNetwork } from "../combinations/resolved-network";
import type { Key } from "../facts/key";
import type { Network } from "../facts/network";
import { knownList } from "../facts/partial-list";
import type { SubnetBudget } from "./subnet-budget";

/** One subnet of a zone with the addresses that the capacity needs there, in IPv4 addresses. */
export interface PlannedSubnet {
  readonly block: AddressBlock;
  readonly usable: number;
  /** The likely peak, with changeover, connections and growth. */
  readonly needed: number;
  /** Usable addresses that the peak leaves, headroom included. */
  readonly free: number;
  readonly fits: boolean;
}

/**
 * The addresses that `capacity` needs in one zone's subnets, all of which the functions use. Other consumers are placed where enough addresses
 * are free, the large ones first. Law: what fits still fits with a smaller capacity, and with an additional subnet.
 */
export function budgetCapacity(subnets: readonly AddressBlock[], capacity: Capacity): readonly PlannedSubnet[] {
  const alone = budgetsOf(subnets, capacity, []);
  const consumers = placeConsumers(subnets, capacity, alone);
  const budgets = budgetsOf(subnets, capacity, consumers);
  return subnets.map((block, index) => plannedSubnet(block, budgets[index], capacity.headroom));
}

function plannedSubnet(block: AddressBlock, budget: MaybeBudget, headroom: number): PlannedSubnet {
  const usable = usableAddresses(block.prefixLength);
  const needed = budget?.peak.likely ?? 0;
  const smallest = budget?.smallest ?? block.prefixLength;
  return { block, usable, needed, free: usable - needed, fits: needed <= limitOf(block, headroom) && block.prefixLength <= smallest };
}

/** Addresses that the peak may take, so that the headroom stays free. */
function limitOf({ prefixLength }: AddressBlock, headroom: number): number {
  return lessShare(usableAddresses(prefixLength), headroom);
}

/** Places each consumer in the first subnet with enough free addresses, otherwise in the last one, which then does not fit. */
function placeConsumers(subnets: readonly AddressBlock[], capacity: Capacity, alone: readonly MaybeBudget[]): readonly AddressConsumer[] {
  const remaining = subnets.map((block, index) =>
    Math.floor((limitOf(block, capacity.headroom) - (alone[index]?.peak.likely ?? 0)) / (1 + capacity.growth)),
  );
  return inPlacingOrder(capacity.consumers).flatMap(({ kind, count, inFirst = false }, kindIndex) => {
    const { likely, smallestSubnet = 28 } = addressNeeds[kind];
    return Array.from({ length: count }, (_, index) => {
      const fitting = inFirst
        ? 0
        : subnets.findIndex((block, at) => block.prefixLength <= smallestSubnet && (remaining[at] ?? 0) >= likely);
      const at = fitting === -1 ? subnets.length - 1 : fitting;
      remaining[at] = (remaining[at] ?? 0) - likely;
      return { consumer: `${kind}-${kindIndex}-${index}`, kind, subnets: knownList([keyOf(at)]) };
    });
  });
}

/** Consumers of the first subnet come first, then the large ones, so that no other order fits if this one does not. */
function inPlacingOrder(consumers: readonly ConsumerCount[]): readonly ConsumerCount[] {
  const size = ({ kind, inFirst = false }: ConsumerCount): number => (inFirst ? Infinity : addressNeeds[kind].likely);
  return consumers.toSorted((one, other) => (size(one) === size(other) ? 0 : size(other) - size(one)));
}

/** A subnet without users has no budget. */
type MaybeBudget = SubnetBudget | undefined;

/** The budget of each subnet, in the order of `subnets`. */
function budgetsOf(
  subnets: readonly AddressBlock[],
  capacity: Capacity,
  addressConsumers: readonly AddressConsumer[],
): readonly MaybeBudget[] {
  const keys = subnets.map((_, index) => keyOf(index));
  const network: Network = {
    subnets: [],
    securityGroups: [],
    attachments: Array.from({ length: capacity.sets }, (_, set) => ({
      consumer: `function-${set}`,
      subnets: knownList(keys),
      securityGroups: knownList([`set-${set}`]),
    })),
    addressConsumers,
  };
  const { changeover, growth, connections, enisPerVpc } = capacity;
  const assumptions = { changeover, growth, enisPerVpc, connections: [{ function: "*", peak: connections }] };
  const resolved = resolveNetwork(network);
  const budgets = new Map(budgetSubnets(resolved, planEnis(resolved), assumptions).map((budget) => [budget.subnet, budget]));
  return keys.map((key) => budgets.get(key));
}

function keyOf(index: number): Key {
  return `subnet-${index}`;
}
