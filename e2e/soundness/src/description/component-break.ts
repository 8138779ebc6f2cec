import type { AttachmentDescription, Element, List, SharedDescription, Tier, Version, VpcReference } from "./description";
import { elementsWritten } from "./elements-written";
import { entryName, namesIn, sharedNamed, vpcReferenceName } from "./expected-combinations";
import { isElementWise } from "./list-text";

/*
 * How a program takes something else than one of the lists that a component hands out, or than the list of a shared configuration: the parts (e) and
 * (f) of assumption S (docs/eni-model.md).
 */

const tiers: readonly Tier[] = ["private", "public", "isolated"];

/** Whether a list of subnets has entries of a component and is not one of its lists, or entries of several of them. */
export function leavesComponentLists(version: Version, list: List, whole: boolean): boolean {
  const lists = listsOfComponents(version);
  const names = new Set(namesIn(version, list, "subnet").concat(possibleNames(version, list)));
  const behind = lists.filter((one) => one.some((name) => names.has(name)));
  if (behind.length === 0) return false;
  if (!whole && arrivesElementWise(version, list)) return behind.length > 1;
  const taken = [...new Set(namesIn(version, list, "subnet"))];
  return !lists.some((one) => one.length === taken.length && one.every((name) => taken.includes(name)));
}

/** Whether the lists of a function look like those of a shared configuration, and one of them is another. */
export function takesAnotherList(version: Version, { place, subnets, groups }: AttachmentDescription): boolean {
  const same = (left: readonly string[], right: readonly string[]): boolean => text(left) === text(right);
  return version.shared
    .filter((one) => vpcReferenceName(one.place) === vpcReferenceName(place))
    .some((one) => {
      const own = sharedGroups(one);
      const sameSubnets = same(namesIn(version, one.subnets, "subnet"), namesIn(version, subnets, "subnet"));
      const sameGroups = same(namesIn(version, own, "group"), namesIn(version, groups, "group"));
      const alike = same(candidates(version, one.subnets), candidates(version, subnets));
      const alikeGroups = same(possibleGroups(version, own, place), possibleGroups(version, groups, place));
      // What depends on a configuration of another process seems to take its lists.
      const isNamed = one.remote && [subnets, groups].some((list) => list.kind === "shared" && list.name === one.name);
      if (isNamed && ((alike && !sameSubnets) || (alikeGroups && !sameGroups))) return true;
      return alike && ((sameGroups && !sameSubnets) || (alikeGroups && !sameGroups));
    });
}

function text(names: readonly string[]): string {
  return [...new Set(names)].sort().join(" ");
}

function sharedGroups({ name }: SharedDescription): List {
  return { kind: "shared", name, more: [] };
}

/** Everything that a list of groups may be, as its dependencies show it: subnets of a component depend on its VPC, and so on its default group. */
function possibleGroups(version: Version, list: List, place: VpcReference): readonly string[] {
  const written = [...namesIn(version, list, "group"), ...possibleNames(version, list, "group")];
  return place.kind === "component" && !arrivesElementWise(version, list, "group") ? [...written, `${place.name}.default`] : written;
}

function listsOfComponents({ components }: Version): readonly (readonly string[])[] {
  return components.flatMap(({ name, privates, publics, isolateds }) => {
    const lengths = { private: privates, public: publics, isolated: isolateds };
    return tiers
      .map((tier) => Array.from({ length: lengths[tier] }, (_, index) => entryName(name, tier, index)))
      .filter(({ length }) => length > 0);
  });
}

/** Everything that a list may be, as its dependencies show it: all subnets of a component behind it. */
function candidates(version: Version, list: List): readonly string[] {
  const names = [...namesIn(version, list, "subnet"), ...possibleNames(version, list)];
  const components = version.components.filter(({ name }) => names.some((one) => one.startsWith(`${name}.`)));
  return [...names, ...listsOfComponents({ ...version, components }).flat()];
}

/** The names that a list writes, also those that it does not take. */
function possibleNames(version: Version, list: List, type: "subnet" | "group" = "subnet"): readonly string[] {
  const shared = list.kind === "shared" ? sharedNamed(version, list.name) : undefined;
  const own = type === "subnet" ? shared?.subnets : shared?.groups;
  const written = [...elementsWritten(list), ...(own === undefined ? [] : elementsWritten(own))];
  return written.flatMap((element: Element) =>
    element.kind === "pick" ? [] : namesIn(version, { kind: "elements", elements: [element] }, type),
  );
}

function arrivesElementWise(version: Version, list: List, type: "subnet" | "group" = "subnet"): boolean {
  if (list.kind === "shared") return isElementWise(version, list.name, type);
  return list.kind === "elements";
}
