import { adoptedDefaults } from "./adopted-defaults";
import type { ComponentDescription, Element, List, SharedDescription, Version } from "./description";
import { entryName, sharedNamed } from "./expected-combinations";

/** Names of what a preview knows no id of. */
export type UnknownNames = ReadonlySet<string>;

/** What is new in a version, or replaced: what `previous` has, and stays, has known ids. */
export function unknownNames(version: Version, previous: Version | undefined): UnknownNames {
  const before = new Set(previous === undefined ? [] : generations(previous));
  return new Set(generations(version).flatMap((generation) => (before.has(generation) ? [] : [generation.replace(/#.*/, "")])));
}

/** Everything with an id, with what replaces it when it changes. */
function generations(version: Version): readonly string[] {
  const { vpcs, subnets, groups, components, shared } = version;
  return [
    ...vpcs,
    ...subnets.map(({ name, octet }) => `${name}#${octet}`),
    ...groups.map(({ name, generation }) => `${name}#${generation}`),
    ...components.flatMap(entriesOf),
    ...shared.filter((one) => makesGroup(version, one)).map(({ name }) => `${name}.group`),
    ...adoptedDefaults(version).map(adopting),
  ];
}

/** Whether a shared configuration has a separate group: in the program's process it makes one when a function takes it. */
function makesGroup({ functions }: Version, { name, remote, groups }: SharedDescription): boolean {
  const isTaken = functions.some(({ attachment }) => attachment?.groups.kind === "shared" && attachment.groups.name === name);
  return groups === undefined && (remote || isTaken);
}

/** The resource that adopts the default group of a VPC. It may be new although the VPC is not. */
function adopting(vpc: string): string {
  return `${vpc}.adopted`;
}

function entriesOf({ name, privates, publics, isolateds }: ComponentDescription): readonly string[] {
  return [
    ...Array.from({ length: isolateds }, (_, index) => entryName(name, "isolated", index)),
    ...Array.from({ length: privates }, (_, index) => entryName(name, "private", index)),
    ...Array.from({ length: publics }, (_, index) => entryName(name, "public", index)),
  ];
}

/** Whether something unknown feeds a list, be it that it names it or that it shares an output with it. */
export function isFedByUnknown(version: Version, list: List, unknown: UnknownNames): boolean {
  return sourcesOf(version, list).some((name) => unknown.has(name));
}

function sourcesOf(version: Version, list: List): readonly string[] {
  const of = (elements: readonly Element[]): readonly string[] => elements.flatMap((element) => elementSources(version, element));
  switch (list.kind) {
    case "elements":
      return of(list.elements);
    case "applied":
      return of([...list.elements, ...list.added]);
    case "output":
      return componentSources(version, list.component);
    case "handed-on":
      return of(list.elements);
    case "shared": {
      const { subnets, groups, name } = sharedNamed(version, list.name);
      const inside = [subnets, ...(groups === undefined ? [] : [groups])].flatMap((part) => sourcesOf(version, part));
      return [...(groups === undefined ? [`${name}.group`] : []), ...inside, ...of(list.more)];
    }
    case "looked-up":
      return [list.vpc, ...list.subnets];
  }
}

function elementSources(version: Version, element: Element): readonly string[] {
  switch (element.kind) {
    case "made":
    case "waiting":
    case "read":
      return [element.name];
    case "existing":
      return [];
    case "entry":
      return componentSources(version, element.component);
    case "default-group":
      return [
        element.vpc,
        ...componentSources(version, element.vpc).slice(0, 1),
        ...(element.by === "adopted" ? [adopting(element.vpc)] : []),
      ];
    case "pick":
      return element.of.flatMap((one) => elementSources(version, one));
  }
}

/** One new child makes every list of a component unknown. */
function componentSources({ components }: Version, name: string): readonly string[] {
  return components.filter((component) => component.name === name).flatMap(entriesOf);
}
