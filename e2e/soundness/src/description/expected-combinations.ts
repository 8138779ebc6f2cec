import type { AttachmentDescription, Element, FunctionDescription, List, VpcReference, SharedDescription, Version } from "./description";
import { existingId } from "./existing-network";

/*
 * What a program asks for, read off its description and off nothing else: the account must agree with it, and the model knows nothing of it.
 * Things are named after the program: `subnet0`, `vpc0.default`, `component0.private.1`, or by the id that was there before.
 */

type ElementType = "subnet" | "group";

/** A combination that a version holds once it is deployed. */
export interface ExpectedCombination {
  /** The name of the VPC. */
  readonly vpc: string;
  /** The security-group set. */
  readonly set: string;
  readonly subnet: string;
}

/** The combinations of a version, each once. */
export function expectedCombinations(version: Version): readonly ExpectedCombination[] {
  const all = version.functions.flatMap(({ attachment }) => (attachment === undefined ? [] : combinationsOf(version, attachment)));
  return [...new Map(all.map((one) => [`${one.subnet} ${one.set}`, one])).values()];
}

function combinationsOf(version: Version, { place, subnets, groups }: AttachmentDescription): readonly ExpectedCombination[] {
  const set = [...new Set(namesIn(version, groups, "group"))].sort().join(" + ");
  return [...new Set(namesIn(version, subnets, "subnet"))].map((subnet) => ({ vpc: vpcReferenceName(place), set, subnet }));
}

export function vpcReferenceName(place: VpcReference): string {
  return place.kind === "existing" ? "existing" : place.name;
}

/** The names in a list, in its order, repeated where it repeats them. */
export function namesIn(version: Version, list: List, type: ElementType): readonly string[] {
  const named = (elements: readonly Element[]): string[] => elements.map((element) => nameOf(element, type));
  switch (list.kind) {
    case "elements":
      return named(list.elements);
    case "applied":
      return [...named(list.elements).slice(0, list.take), ...named(list.added)];
    case "output":
      return outputNames(version, list);
    case "handed-on":
      return named(list.elements).slice(0, list.take ?? list.elements.length);
    case "shared":
      return [...sharedNames(version, sharedNamed(version, list.name), type), ...named(list.more)];
    case "looked-up":
      return list.subnets;
  }
}

export function sharedNamed(version: Version, name: string): SharedDescription {
  const shared = version.shared.find((one) => one.name === name);
  if (shared === undefined) throw new Error(`the description names a shared configuration ${name} that it does not have`);
  return shared;
}

function sharedNames(version: Version, shared: SharedDescription, type: ElementType): readonly string[] {
  if (type === "subnet") return namesIn(version, shared.subnets, type);
  return shared.groups === undefined ? [`${shared.name}.group`] : namesIn(version, shared.groups, type);
}

function outputNames({ components }: Version, { component, tier, take }: List & { kind: "output" }): readonly string[] {
  const one = components.find(({ name }) => name === component);
  const length = one === undefined ? 0 : { private: one.privates, public: one.publics, isolated: one.isolateds }[tier];
  return Array.from({ length: Math.min(length, take ?? length) }, (_, index) => entryName(component, tier, index));
}

export function entryName(component: string, tier: string, index: number): string {
  return `${component}.${tier}.${index}`;
}

export function nameOf(element: Element, type: ElementType): string {
  switch (element.kind) {
    case "made":
    case "waiting":
    case "read":
      return element.name;
    case "existing":
      return existingId(type, element.index);
    case "entry":
      return entryName(element.component, element.tier, element.index);
    case "default-group":
      return `${element.vpc}.default`;
    case "pick":
      return nameOf(element.of[element.takes] ?? { kind: "made", name: "nothing" }, type);
  }
}

/** How many combinations and sets a version holds: in the whole and in the VPC that holds most. */
export interface Holdings {
  readonly combinations: number;
  readonly inOneVpc: number;
  readonly setsInOneVpc: number;
}

export function holdings(version: Version): Holdings {
  const all = expectedCombinations(version);
  const vpcs = [...Map.groupBy(all, ({ vpc }) => vpc).values()];
  return {
    combinations: all.length,
    inOneVpc: Math.max(0, ...vpcs.map((held) => held.length)),
    setsInOneVpc: Math.max(0, ...vpcs.map((held) => new Set(held.map(({ set }) => set)).size)),
  };
}

/** The functions of a version that are in a VPC. */
export function attachedFunctions(version: Version): readonly (FunctionDescription & { readonly attachment: AttachmentDescription })[] {
  return version.functions.flatMap((one) => (one.attachment === undefined ? [] : [{ ...one, attachment: one.attachment }]));
}
