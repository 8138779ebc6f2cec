import { SMALLEST_BLOCK, fittingPrefixLength } from "../addresses/address-block";
import { addressNeeds } from "./address-needs";
import type { PossibleAliases } from "../combinations/possible-aliases";
import type { Assumptions } from "../facts/assumptions";
import { budgetCauses } from "./budget-causes";
import type { CombinationCounter } from "../combinations/combination-counter";
import { combinationNeed, connectorNeed, unnamedSubnet } from "./combination-needs";
import { hasPeak, scalingIn } from "./connection-scaling";
import { consumerNeed, resolveConsumers, type ResolvedConsumer } from "./consumer-needs";
import { between, type Count, exactly, plus } from "../count/count";
import { shareOfCount } from "../count/share";
import type { EniPlan, SubnetPlan } from "../combinations/eni-plan";
import { combinationsBySubnet } from "../combinations/held-in-vpc";
import { type Key, keySet } from "../facts/key";
import type { Knowable } from "../facts/knowable";
import type { ResolvedAttachment } from "../combinations/resolved-attachment";
import type { ResolvedNetwork } from "../combinations/resolved-network";
import type { AddressNeed, FittingPrefixes, SubnetBudget } from "./subnet-budget";
import { SubnetRanges } from "./subnet-range";
import { AttachmentsBySubnet, readingsIn } from "../combinations/attachments-by-subnet";

/**
 * The budgets of all subnets that the stack creates, adopts or uses, in canonical order. `plan` is the plan of `resolved`.
 * Laws: order never matters; no need falls when a consumer is added; no text makes it throw.
 */
export function budgetSubnets(resolved: ResolvedNetwork, plan: EniPlan, assumptions: Assumptions): readonly SubnetBudget[] {
  const budgeting = new SubnetBudgeting(resolved, plan, assumptions);
  return budgeting.subnets.map((subnet) => budgeting.budget(subnet));
}

/** The data that the budgets of a network's subnets are computed from, read once. */
class SubnetBudgeting {
  /** The subnets to budget, in canonical order. */
  readonly subnets: readonly Key[];
  private readonly ranges: SubnetRanges;
  private readonly functions: AttachmentsBySubnet<ResolvedAttachment>;
  private readonly connectors: AttachmentsBySubnet<ResolvedAttachment>;
  private readonly consumers: AttachmentsBySubnet<ResolvedConsumer>;
  private readonly plans: ReadonlyMap<Key, SubnetPlan>;
  private readonly held: ReadonlyMap<Key, number>;
  private readonly counted: ReadonlySet<Key>;
  private readonly aliases: PossibleAliases;
  private readonly counter: CombinationCounter;

  constructor(
    { network, aliases, attachments, connectors, counter }: ResolvedNetwork,
    plan: EniPlan,
    private readonly assumptions: Assumptions,
  ) {
    const consumers = resolveConsumers(network);
    this.aliases = aliases;
    this.ranges = new SubnetRanges(network);
    this.functions = new AttachmentsBySubnet(attachments, this.aliases);
    this.connectors = new AttachmentsBySubnet(connectors, this.aliases);
    this.consumers = new AttachmentsBySubnet(consumers, this.aliases);
    this.counter = counter;
    this.plans = new Map(plan.subnets.map((subnet) => [subnet.subnet, subnet]));
    this.held = combinationsBySubnet(network.inventory?.combinations ?? []);
    const inventoried = network.inventory?.subnets ?? [];
    this.counted = new Set(inventoried.flatMap(({ subnet, availableAddresses }) => (availableAddresses === undefined ? [] : [subnet])));
    const named = [...attachments, ...connectors, ...consumers].flatMap(({ subnets }) => subnets.possible);
    this.subnets = keySet([...network.subnets.map(({ key }) => key), ...named]);
  }

  budget(subnet: Key): SubnetBudget {
    const [functions, connectors, consumers] = [
      this.functions.possiblyIn(subnet),
      this.connectors.possiblyIn(subnet),
      this.consumers.possiblyIn(subnet),
    ];
    const now = [...this.lambdaNeeds(subnet, functions, connectors), ...this.otherNeeds(subnet, consumers)].filter(isNeeded);
    const used = total(now);
    const later = this.laterNeeds(subnet, functions, used).filter(isNeeded);
    const needs = [...now, ...later];
    const peak = total(needs);
    const range = this.ranges.of(subnet);
    const smallest = Math.min(
      SMALLEST_BLOCK,
      ...readingsIn(subnet, consumers).lower.map(({ consumer }) => addressNeeds[consumer.kind].smallestSubnet ?? SMALLEST_BLOCK),
    );
    return {
      subnet,
      ...range,
      needs,
      used,
      peak,
      free: left(range.usable, peak),
      fitting: fitting(peak, range.held, smallest),
      smallest,
      causes: budgetCauses({ subnet, range, needs, functions, connectors, consumers, aliases: this.aliases }),
    };
  }

  private lambdaNeeds(
    subnet: Key,
    functions: readonly ResolvedAttachment[],
    connectors: readonly ResolvedAttachment[],
  ): readonly AddressNeed[] {
    const combinations = combinationNeed(this.plan(subnet, functions), this.held.get(subnet) ?? 0, this.counted.has(subnet));
    return [
      { kind: "combinations", count: combinations, consumers: namesOf(functions) },
      { kind: "network-connector", count: connectorNeed(subnet, connectors, combinations), consumers: namesOf(connectors) },
    ];
  }

  private plan(subnet: Key, functions: readonly ResolvedAttachment[]): SubnetPlan {
    return this.plans.get(subnet) ?? unnamedSubnet(subnet, functions, this.counter);
  }

  private otherNeeds(subnet: Key, consumers: readonly ResolvedConsumer[]): readonly AddressNeed[] {
    const byKind = Map.groupBy(consumers, ({ consumer }) => consumer.kind);
    const kinds = Object.keys(addressNeeds) as (keyof typeof addressNeeds)[];
    return kinds.map((kind) => {
      const those = byKind.get(kind) ?? [];
      return {
        kind,
        count: consumerNeed(subnet, those, this.counted.has(subnet)),
        consumers: keySet(those.map(({ consumer }) => consumer.consumer)),
      };
    });
  }

  private laterNeeds(subnet: Key, functions: readonly ResolvedAttachment[], used: Count): readonly AddressNeed[] {
    const { changeover, growth, connections } = this.assumptions;
    const { combinations } = this.plan(subnet, functions);
    const busy = functions.filter((attachment) => hasPeak(attachment, connections));
    return [
      { kind: "changeover", count: shareOfCount(combinations, changeover), consumers: namesOf(functions) },
      { kind: "scaling", count: scalingIn(subnet, busy, connections), consumers: namesOf(busy) },
      { kind: "growth", count: shareOfCount(used, growth), consumers: [] },
    ];
  }
}

function namesOf(attachments: readonly ResolvedAttachment[]): readonly Key[] {
  return keySet(attachments.map(({ consumer }) => consumer));
}

function isNeeded({ count }: AddressNeed): boolean {
  return count.max > 0;
}

function total(needs: readonly AddressNeed[]): Count {
  return needs.map(({ count }) => count).reduce(plus, exactly(0));
}

function left(usable: Knowable<number>, peak: Count): Knowable<Count> {
  if (!usable.ok) return usable;
  const { value } = usable;
  return { ok: true, value: between(value - peak.max, value - peak.likely, value - peak.min, peak.basis) };
}

function fitting(peak: Count, held: number, smallest: number): FittingPrefixes {
  const [min, likely, max] = [peak.max, peak.likely, peak.min].map((addresses) => fittingPrefixLength(addresses + held, smallest));
  return { ...(min === undefined ? {} : { min }), ...(likely === undefined ? {} : { likely }), ...(max === undefined ? {} : { max }) };
}
