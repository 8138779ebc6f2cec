import type { PossibleAliases } from "../combinations/possible-aliases";
import { addressNeeds } from "./address-needs";
import type { ResolvedConsumer } from "./consumer-needs";
import { isExact } from "../count/count";
import { type CausePair, type Causes, causesOf, groupCauses, pairsOf } from "../combinations/causes";
import { type Key, keySet } from "../facts/key";
import type { ResolvedAttachment } from "../combinations/resolved-attachment";
import type { AddressNeed } from "./subnet-budget";
import type { SubnetRange } from "./subnet-range";

/** What a budget is computed from. */
interface BudgetInputs {
  readonly subnet: Key;
  readonly range: SubnetRange;
  readonly needs: readonly AddressNeed[];
  readonly functions: readonly ResolvedAttachment[];
  readonly connectors: readonly ResolvedAttachment[];
  readonly consumers: readonly ResolvedConsumer[];
  readonly aliases: PossibleAliases;
}

/** Why the figures of a budget may not be exact: only causes that change them, each with the consumers that it affects. A subnet of others is a cause itself. */
export function budgetCauses(inputs: BudgetInputs): Causes {
  const { range, needs, functions, connectors, consumers, aliases } = inputs;
  const everyone = keySet([
    ...[...functions, ...connectors].map(({ consumer }) => consumer),
    ...consumers.map((one) => one.consumer.consumer),
  ]);
  const inexact = new Map(needs.filter(({ count }) => !isExact(count)).map(({ kind, consumers: causing }) => [kind, causing]));
  return groupCauses([
    ...(inexact.has("combinations") ? pairsOf(causesOf(functions, [], aliases).combinations) : []),
    ...(inexact.get("network-connector") ?? []).map((consumer): CausePair => ["sharing-undocumented", consumer]),
    ...(inexact.get("scaling") ?? []).map((consumer): CausePair => ["spread-of-connections", consumer]),
    ...consumers.filter((one) => inexact.has(one.consumer.kind)).flatMap((one) => causesOfConsumer(one, inputs.subnet)),
    ...(range.usable.ok ? [] : everyone.map((consumer): CausePair => ["range-unknown", consumer])),
    ...(range.complete ? [] : [["subnet-of-others", inputs.subnet] as const]),
  ]);
}

/** The causes that make the subnets of a consumer, or its number of addresses, uncertain. */
function causesOfConsumer(resolved: ResolvedConsumer, subnet: Key): readonly CausePair[] {
  const { consumer, kind, further, members } = resolved.consumer;
  const { least, most } = addressNeeds[kind];
  const listed = resolved.subnets.uncertainty;
  const aliased = !resolved.subnets.certain.includes(subnet) && listed === undefined;
  return [
    ...(listed === undefined ? [] : [[listed, consumer] as const]),
    ...(aliased ? [["perhaps-same-resource", consumer] as const] : []),
    ...(least < most || further?.ok === false
      ? [[members?.ok === true ? "spread-of-members" : "need-undocumented", consumer] as const]
      : []),
  ];
}
