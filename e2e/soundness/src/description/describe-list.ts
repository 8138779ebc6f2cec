import { abroadBy } from "./abroad";
import type { Element, List, VpcReference, Tier, Version } from "./description";
import { type DraftList, type Form, insteadOfBreaking, type Dialect } from "./draft";
import { nameOf, namesIn, vpcReferenceName } from "./expected-combinations";

/** What a list can be made of. */
export interface ListContext {
  readonly version: Version;
  readonly place: VpcReference;
  readonly dialect: Dialect;
}

type ElementType = "subnet" | "group";

/** Source: docs/aws-facts.md#function-limits: a function takes at most 5 security groups; more than 4 subnets would show nothing new. */
const MOST: Readonly<Record<ElementType, number>> = { subnet: 4, group: 5 };

/** The list that a draft stands for in this context; the plain one where its form has no sense there. */
export function describeList(draft: DraftList, type: ElementType, around: ListContext): List {
  const elements = ofOneList(distinct(pick(poolOf(type, around), draft.choices), type), around.dialect);
  const plain: List = { kind: "elements", elements };
  return describers[formIn(around.dialect, draft.form)]({ draft, type, around, elements }) ?? plain;
}

function formIn(dialect: Dialect, form: Form): Form {
  if (dialect === "plain") return "elements";
  return dialect === "keeping" ? (insteadOfBreaking[form] ?? form) : form;
}

interface Material {
  readonly draft: DraftList;
  readonly type: ElementType;
  readonly around: ListContext;
  /** What the plain list would hold. */
  readonly elements: readonly Element[];
}

const describers: Readonly<Record<Form, (material: Material) => List | undefined>> = {
  waiting: ({ elements, draft }) => ({
    kind: "elements",
    elements: elements.map((element, index) =>
      element.kind === "made" ? { kind: "waiting", name: element.name, for: (draft.cut + index) % 2 === 0 ? "logs" : "setting" } : element,
    ),
  }),
  elements: ({ draft, type, around, elements }) => ({ kind: "elements", elements: repeatKnown(elements, draft, type, around) }),
  all: (material) => {
    const { elements } = material;
    return wholeOutput(material) ?? { kind: "applied", elements, take: elements.length, added: [] };
  },
  slice: (material) => {
    const { elements, draft } = material;
    return wholeOutput(material) ?? { kind: "applied", elements, take: Math.min(draft.cut, elements.length), added: [] };
  },
  pick: ({ elements, draft }) => ({ kind: "elements", elements: withPick(elements, draft.cut) }),
  output: (material) => output(material, false),
  "output-slice": (material) => output(material, true),
  "shared-and-more": withShared,
  added: ({ elements }) => {
    const [first, ...added] = elements;
    return first === undefined || added.length === 0 ? undefined : { kind: "applied", elements: [first], take: 1, added };
  },
  repeated: ({ elements, draft, type }) => {
    const once = withPick(elements, draft.cut);
    return { kind: "elements", elements: [...once, ...once].slice(0, MOST[type]) };
  },
  // A resource that is read is in the Region of the program.
  read: ({ elements, around: { version, place } }) => ({
    kind: "elements",
    elements: elements.map((element) =>
      element.kind === "made" && abroadBy(version, place) === undefined ? { kind: "read", name: element.name } : element,
    ),
  }),
  "default-group": (material) => {
    const group = defaultGroup(material);
    return group === undefined ? undefined : { kind: "elements", elements: [...material.elements.slice(1), group] };
  },
  "default-in-all": (material) => {
    const group = defaultGroup(material);
    if (group === undefined) return undefined;
    const elements = [...material.elements.slice(0, 2), group];
    return { kind: "applied", elements, take: elements.length, added: [] };
  },
  "default-or-another": (material) => {
    const [group, first] = [defaultGroup(material), material.elements[0]];
    if (group === undefined || first === undefined) return undefined;
    return { kind: "elements", elements: [{ kind: "pick", of: [first, group], takes: material.draft.cut % 2 }] };
  },
  "handed-on": ({ type, around: { place }, elements }) => (type === "group" ? { kind: "handed-on", elements, place } : undefined),
  "part-of-handed-on": ({ type, around: { place }, elements, draft }) =>
    type === "group" ? { kind: "handed-on", elements, place, take: Math.min(draft.cut, elements.length) } : undefined,
  "looked-up": ({ type, around: { place, version } }) => {
    if (type === "group" || place.kind !== "vpc" || abroadBy(version, place) !== undefined) return undefined;
    const subnets = version.subnets.filter(({ vpc }) => vpc === place.name).map(({ name }) => name);
    return { kind: "looked-up", vpc: place.name, subnets };
  },
};

/** A list of a component that is unknown as a whole is one of its lists. */
function wholeOutput(material: Material): List | undefined {
  return material.around.dialect === "breaking" ? undefined : output(material, false);
}

/** The default group of the place, which has none that shows where the VPC was there before. */
function defaultGroup({ type, draft, around: { place, version, dialect } }: Material): Element | undefined {
  if (type === "subnet" || place.kind === "existing") return undefined;
  const remote = version.components.some((component) => component.name === place.name && component.remote);
  const ways =
    place.kind === "vpc"
      ? dialect === "breaking" && abroadBy(version, place) === undefined
        ? (["output", "lookup", "adopted"] as const)
        : (["output", "adopted"] as const)
      : (["output"] as const);
  return { kind: "default-group", vpc: place.name, by: remote ? "output" : (ways[draft.choices.length % ways.length] ?? "output") };
}

/** Everything of a type that a function at this place can name, one by one. */
function poolOf(type: ElementType, { version, place }: ListContext): readonly Element[] {
  const groups = version.groups.filter((group) => vpcReferenceName(group.place) === vpcReferenceName(place));
  const made = (type === "group" ? groups : version.subnets.filter(({ vpc }) => vpc === vpcReferenceName(place))).map(
    ({ name }): Element => ({
      kind: "made",
      name,
    }),
  );
  if (place.kind === "existing") {
    const ways = ["literal", "get", "configuration", "lookup"] as const;
    return [...[0, 1, 2].flatMap((index) => ways.map((by): Element => ({ kind: "existing", index, by }))), ...made];
  }
  return place.kind === "component" && type === "subnet" ? entries(version, place.name) : made;
}

/** Entries of one list of a component, that of the first, unless the program may break assumption S. */
function ofOneList(elements: readonly Element[], dialect: Dialect): readonly Element[] {
  const first = elements.find(({ kind }) => kind === "entry");
  if (dialect === "breaking" || first?.kind !== "entry") return elements;
  return elements.filter((element) => element.kind !== "entry" || element.tier === first.tier);
}

function entries(version: Version, name: string): readonly Element[] {
  const component = version.components.find((one) => one.name === name);
  const tier = (of: Tier, length = 0): readonly Element[] =>
    Array.from({ length }, (_, index) => ({ kind: "entry", component: name, tier: of, index }));
  return [...tier("private", component?.privates), ...tier("public", component?.publics), ...tier("isolated", component?.isolateds)];
}

function pick(pool: readonly Element[], choices: readonly number[]): readonly Element[] {
  return choices.flatMap((choice) => pool[choice % pool.length] ?? []);
}

function distinct(elements: readonly Element[], type: ElementType): readonly Element[] {
  return [...new Map(elements.map((element) => [nameOf(element, type), element])).values()].slice(0, MOST[type]);
}

/** What was there before may be named twice: its ids are known, so nothing has to be assumed. */
function repeatKnown(elements: readonly Element[], { cut }: DraftList, type: ElementType, { place }: ListContext): readonly Element[] {
  if (place.kind !== "existing" || cut < 3 || elements.length + 1 > MOST[type]) return elements;
  return [...elements, ...elements.filter(({ kind }) => kind === "existing").slice(0, 1)];
}

/** One element in the place of the first two, which one is to be seen. */
function withPick(elements: readonly Element[], takes: number): readonly Element[] {
  const [first, second, ...rest] = elements;
  if (first === undefined || second === undefined) return elements;
  return [{ kind: "pick", of: [first, second], takes: takes % 2 }, ...rest];
}

function output({ draft, type, around: { place, version } }: Material, cut: boolean): List | undefined {
  const component = version.components.find(({ name }) => place.kind === "component" && name === place.name);
  if (component === undefined || type === "group") return undefined;
  const wanted = draft.choices.length === 4 ? (draft.cut === 1 ? "isolated" : "public") : "private";
  const tier =
    wanted === "isolated" && component.isolateds > 0 ? wanted : wanted === "public" && component.publics > 0 ? wanted : "private";
  return { kind: "output", component: component.name, tier, ...(cut ? { take: draft.cut } : {}) };
}

/** The list of a shared configuration of this place, with what it does not have. */
function withShared({ draft, type, around, elements }: Material): List | undefined {
  const { version, place, dialect } = around;
  const here = version.shared.filter((one) => vpcReferenceName(one.place) === vpcReferenceName(place));
  const shared = here[(draft.choices[0] ?? 0) % here.length];
  if (shared === undefined) return undefined;
  const alone: List = { kind: "shared", name: shared.name, more: [] };
  const held = namesIn(version, alone, type);
  // With anything more, it is no longer a list of the component.
  if (type === "subnet" && place.kind === "component" && dialect !== "breaking") return alone;
  const more = elements.filter((element) => !held.includes(nameOf(element, type))).slice(0, Math.max(0, MOST[type] - held.length));
  return { ...alone, more };
}
