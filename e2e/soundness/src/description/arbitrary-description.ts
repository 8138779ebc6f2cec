import fc from "fast-check";
import {
  type Draft,
  type DraftChange,
  type DraftComponent,
  type DraftConnector,
  type DraftFunction,
  type DraftList,
  type DraftShared,
  type DraftOwnVpc,
  forms,
} from "./draft";
import type { Description } from "./description";
import { describeDraft } from "./describe-draft";

/** Random programs. */
export function arbitraryDescription(): fc.Arbitrary<Required<Description>> {
  return arbitraryDraft.map(describeDraft);
}

/** A choice among whatever there will be: taken modulo their number. */
const choice = fc.nat({ max: 11 });

const sometimes = (times: number): fc.Arbitrary<boolean> => fc.integer({ min: 0, max: times - 1 }).map((number) => number === times - 1);

/** Something once in so many times, else nothing. */
function onceIn<T>(times: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ arbitrary: fc.constant(null), weight: times - 1 }, { arbitrary, weight: 1 });
}

const rules = fc.constantFrom("none", "inline", "rule", "egress-rule");

const vpc: fc.Arbitrary<DraftOwnVpc> = fc.record({
  dualStack: sometimes(4),
  abroad: onceIn(5, fc.constantFrom("provider", "property")),
  privates: fc.integer({ min: 1, max: 3 }),
  publics: fc.integer({ min: 0, max: 1 }),
  groups: fc.array(rules, { minLength: 1, maxLength: 3 }),
});

const component: fc.Arbitrary<DraftComponent> = fc.record({
  remote: fc.boolean(),
  privates: fc.integer({ min: 1, max: 3 }),
  publics: fc.integer({ min: 0, max: 3 }),
  isolateds: fc.integer({ min: -2, max: 2 }).map((count) => Math.max(0, count)),
  shape: fc.constantFrom("tagged", "routed", "setting"),
  groups: fc.array(rules, { minLength: 1, maxLength: 2 }),
});

const list: fc.Arbitrary<DraftList> = fc.record({
  form: fc.oneof(...forms.map(({ form, weight }) => ({ weight, arbitrary: fc.constant(form) }))),
  choices: fc.array(choice, { minLength: 1, maxLength: 4 }),
  cut: fc.integer({ min: 1, max: 3 }),
});

const shared: fc.Arbitrary<DraftShared> = fc.record({
  remote: fc.boolean(),
  place: choice,
  subnets: list,
  adopts: onceIn(3, list),
});

const oneFunction: fc.Arbitrary<DraftFunction> = fc.record({
  place: choice,
  outside: sometimes(10),
  shared: onceIn(2, choice),
  like: onceIn(4, choice),
  subnets: list,
  groups: list,
  whole: sometimes(8),
  ipv6: fc.constantFrom("none", "requested", "requested later"),
  publish: sometimes(3),
  ownProvider: sometimes(12),
});

const change: fc.Arbitrary<DraftChange> = fc.record({
  kind: fc.constantFrom(
    "remove-function",
    "add-function",
    "move-function",
    "replace-subnet",
    "replace-group",
    "add-subnet",
    "add-group",
    "grow-component",
  ),
  choice,
  function: oneFunction,
});

const connector: fc.Arbitrary<DraftConnector> = fc.record({ place: choice, subnets: list, groups: list });

const arbitraryDraft: fc.Arbitrary<Draft> = fc.record({
  configured: sometimes(4),
  functions: fc.array(oneFunction, { minLength: 1, maxLength: 8 }),
  changes: fc.array(change, { maxLength: 4 }),
  shared: fc.array(shared, { maxLength: 2 }),
  components: fc.array(component, { maxLength: 1 }),
  vpcs: fc.array(vpc, { minLength: 1, maxLength: 2 }),
  dialect: fc.constantFrom("plain", "plain", "plain", "keeping", "keeping", "keeping", "keeping", "breaking", "breaking", "breaking"),
  // After the others, so that programs without these keep their seeds.
  connectors: onceIn(5, fc.array(connector, { minLength: 1, maxLength: 2 })).map((some) => some ?? []),
  native: onceIn(6, fc.constantFrom("network", "functions", "all")).map((some) => some ?? "none"),
});
