import type { AlikeKeys } from "../combinations/alike";
import { addressNeeds } from "./address-needs";
import type { ResolvedConsumer } from "./consumer-needs";
import { isExact } from "../count/count";
import { doubtsAbout } from "../combinations/doubts";
import { type Key, keySet } from "../facts/key";
import type { ResolvedAttachment } from "../combinations/resolved-attachment";
import type { AddressNeed } from "./subnet-budget";
import type { SubnetRange } from "./subnet-range";
import { surelyIn } from "./subnet-residents";
import type { Uncertainty } from "../count/uncertainty";

/** What a budget was made of. */
interface Grounds {
  readonly subnet: Key;
  readonly range: SubnetRange;
  readonly needs: readonly AddressNeed[];
  readonly functions: readonly ResolvedAttachment[];
  readonly connectors: readonly ResolvedAttachment[];
  readonly consumers: readonly ResolvedConsumer[];
  readonly alike: AlikeKeys;
}

type Doubt = readonly [Uncertainty, Key];

/** Why the figures of a budget may not be exact, each cause with the consumers whom it concerns; nothing that makes no difference to them. */
export function budgetDoubts(grounds: Grounds): ReadonlyMap<Uncertainty, readonly Key[]> {
  const { range, needs, functions, connectors, consumers, alike } = grounds;
  const everyone = keySet([
    ...[...functions, ...connectors].map(({ consumer }) => consumer),
    ...consumers.map((one) => one.consumer.consumer),
  ]);
  const inexact = new Map(needs.filter(({ count }) => !isExact(count)).map(({ kind, consumers: causing }) => [kind, causing]));
  const doubts: readonly Doubt[] = [
    ...(inexact.has("combinations") ? fromMap(doubtsAbout(functions, [], alike).combinations) : []),
    ...(inexact.get("network-connector") ?? []).map((consumer): Doubt => ["sharing-undocumented", consumer]),
    ...(inexact.get("scaling") ?? []).map((consumer): Doubt => ["spread-of-connections", consumer]),
    ...consumers.filter((one) => inexact.has(one.consumer.kind)).flatMap((one) => doubtsOf(one, grounds.subnet)),
    ...(range.usable.known ? [] : everyone.map((consumer): Doubt => ["range-unknown", consumer])),
    ...(range.complete ? [] : everyone.map((consumer): Doubt => ["subnet-of-others", consumer])),
  ];
  const causes = Map.groupBy(doubts, ([uncertainty]) => uncertainty);
  return new Map([...causes].map(([uncertainty, concerned]) => [uncertainty, keySet(concerned.map(([, consumer]) => consumer))]));
}

/** Where a consumer is may be in doubt, and what it takes there. */
function doubtsOf(resident: ResolvedConsumer, subnet: Key): readonly Doubt[] {
  const { consumer, kind, further } = resident.consumer;
  const { least, most } = addressNeeds[kind];
  const listed = resident.subnets.uncertainty;
  const twin = surelyIn(subnet, [resident]).length === 0 && listed === undefined;
  return [
    ...(listed === undefined ? [] : [[listed, consumer] as const]),
    ...(twin ? [["perhaps-same-resource", consumer] as const] : []),
    ...(least < most || further?.known === false ? [["need-undocumented", consumer] as const] : []),
  ];
}

function fromMap(doubts: ReadonlyMap<Uncertainty, readonly Key[]>): readonly Doubt[] {
  return [...doubts].flatMap(([uncertainty, consumers]) => consumers.map((consumer): Doubt => [uncertainty, consumer]));
}
