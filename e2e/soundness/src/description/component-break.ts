import type { AttachmentDescription, Element, List, SharedDescription, Tier, Version } from "./description";
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

/** Whether the subnets of a function look like those of a shared configuration with the same groups, and are others. */
export function takesAnotherList(version: Version, { place, subnets, groups }: AttachmentDescription): boolean {
  const same = (left: readonly string[], right: readonly string[]): boolean => text(left) === text(right);
  return version.shared
    .filter((one) => vpcReferenceName(one.place) === vpcReferenceName(place))
    .some(
      (one) =>
        same(candidates(version, one.subnets), candidates(version, subnets)) &&
        same(groupNames(version, one), namesIn(version, groups, "group")) &&
        !same(namesIn(version, one.subnets, "subnet"), namesIn(version, subnets, "subnet")),
    );
}

function text(names: readonly string[]): string {
  return [...new Set(names)].sort().join(" ");
}

function groupNames(version: Version, shared: SharedDescription): readonly string[] {
  return namesIn(version, { kind: "shared", name: shared.name, more: [] }, "group");
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

/** The names that an element of a list chooses from. */
function possibleNames(version: Version, list: List): readonly string[] {
  const written =
    list.kind === "shared"
      ? [...elementsWritten(list), ...elementsWritten(sharedNamed(version, list.name).subnets)]
      : elementsWritten(list);
  return written.flatMap((element: Element) =>
    element.kind === "pick" ? [] : namesIn(version, { kind: "elements", elements: [element] }, "subnet"),
  );
}

function arrivesElementWise(version: Version, list: List): boolean {
  if (list.kind === "shared") return isElementWise(version, list.name, "subnet");
  return list.kind === "elements";
}
