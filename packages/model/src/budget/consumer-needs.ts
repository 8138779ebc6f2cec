import type { AddressConsumer } from "../facts/address-consumer";
import { type AddressRule, addressNeeds } from "./address-needs";
import { between, type Count, exactly, plus } from "../count/count";
import type { Key } from "../facts/key";
import type { Network } from "../facts/network";
import { select, type Selection } from "../selections/selection";

/** An address consumer whose list of subnets has been read as a set. */
export interface ResolvedConsumer {
  readonly consumer: AddressConsumer;
  readonly subnets: Selection;
}

/** Reads the subnet lists of a network's address consumers. The number of subnets that one may name is unknown. */
export function resolveConsumers({ addressConsumers }: Network): readonly ResolvedConsumer[] {
  return (addressConsumers ?? []).map((consumer) => ({ consumer, subnets: select(consumer.subnets, Infinity) }));
}

/** The addresses that consumers, all of which may be in `subnet`, take together. `counted`: an inventory may have counted them as used. */
export function consumerNeed(subnet: Key, consumers: readonly ResolvedConsumer[], counted: boolean): Count {
  return consumers.map((consumer) => needOf(subnet, consumer, counted)).reduce(plus, exactly(0));
}

function needOf(subnet: Key, { consumer, subnets }: ResolvedConsumer, counted: boolean): Count {
  const rule = ruleOf(consumer, subnets);
  const further = furtherOf(consumer, rule);
  const isCertain = subnets.certain.includes(subnet) && !(counted && consumer.creating !== true);
  return between(
    isCertain ? leastOf(rule, subnets) + further.min : 0,
    subnets.likely.includes(subnet) ? rule.likely + further.likely : 0,
    rule.most + further.max,
    subnets.basis,
  );
}

/** The rule of its kind, with the number of its members if that is known. They are likely spread evenly, and may all be in one subnet. */
function ruleOf({ kind, members }: AddressConsumer, { likely }: Selection): AddressRule {
  const rule = addressNeeds[kind];
  if (members?.ok !== true) return rule;
  const { usual, most } = members.value;
  return { ...rule, leastInAll: usual, likely: Math.ceil(usual / Math.max(1, likely.length)), most };
}

/** A consumer that takes addresses in some of its subnets takes them in its only subnet. */
function leastOf({ least, leastInAll = least }: AddressRule, { most }: Selection): number {
  return most === 1 ? Math.max(least, leastInAll) : least;
}

function furtherOf({ further }: AddressConsumer, { mostFurther = Infinity }: AddressRule): Count {
  if (further === undefined) return exactly(0);
  return further.ok ? exactly(further.value) : between(0, 0, mostFurther, "known");
}
