import type { Description, Element, List, VpcReference, Version } from "./description";
import { attachedFunctions, sharedNamed } from "./expected-combinations";

/** A version without what its functions and connectors do not use. */
export function prune(version: Version): Version {
  const used = usedNames(version);
  const has = ({ name }: { readonly name: string }): boolean => used.has(name);
  return {
    ...version,
    vpcs: version.vpcs.filter((name) => used.has(name)),
    dualStack: version.dualStack.filter((name) => used.has(name)),
    abroad: version.abroad.filter(has),
    subnets: version.subnets.filter(has),
    groups: version.groups.filter(has),
    components: version.components.filter(has),
    shared: version.shared.filter(has),
  };
}

/** Both versions pruned. */
export function pruned({ first, second, configured }: Description): Description {
  return { configured, first: prune(first), ...(second === undefined ? {} : { second: prune(second) }) };
}

/** The names that functions and connectors lead to: a set yields what joins it while it is walked. */
function usedNames(version: Version): ReadonlySet<string> {
  const attachments = [...attachedFunctions(version).map(({ attachment }) => attachment), ...version.connectors];
  const used = new Set(attachments.flatMap(({ subnets, groups }) => [subnets, groups].flatMap(namesOf)));
  for (const name of used) for (const next of ledTo(version, name)) used.add(next);
  return used;
}

function ledTo(version: Version, name: string): readonly string[] {
  const places = (place: VpcReference): readonly string[] => (place.kind === "existing" ? [] : [place.name]);
  const shared = version.shared.some((one) => one.name === name) ? sharedNamed(version, name) : undefined;
  return [
    ...version.subnets.filter((one) => one.name === name).map(({ vpc }) => vpc),
    ...version.groups.filter((one) => one.name === name).flatMap(({ place }) => places(place)),
    ...(shared === undefined
      ? []
      : [...places(shared.place), ...namesOf(shared.subnets), ...(shared.groups ? namesOf(shared.groups) : [])]),
  ];
}

function namesOf(list: List): readonly string[] {
  switch (list.kind) {
    case "elements":
      return list.elements.flatMap(elementNames);
    case "applied":
      return [...list.elements, ...list.added].flatMap(elementNames);
    case "output":
      return [list.component];
    case "handed-on": {
      const place = list.place.kind === "existing" ? [] : [list.place.name];
      return [...place, ...list.elements.flatMap(elementNames)];
    }
    case "shared":
      return [list.name, ...list.more.flatMap(elementNames)];
    case "looked-up":
      return [list.vpc, ...list.subnets];
  }
}

function elementNames(element: Element): readonly string[] {
  switch (element.kind) {
    case "made":
    case "waiting":
    case "read":
      return [element.name];
    case "existing":
      return [];
    case "entry":
      return [element.component];
    case "default-group":
      return [element.vpc];
    case "pick":
      return element.of.flatMap(elementNames);
  }
}
