import type { AttachmentDescription, Element, List, Version } from "./description";
import { isElementWise } from "./list-text";
import { namesIn, sharedNamed } from "./expected-combinations";
import { leavesComponentLists, takesAnotherList } from "./component-break";
import { isFedByUnknown, type UnknownNames } from "./unknown-names";

/** How a program can break assumption S (docs/eni-model.md). */
export type Break =
  | "computed get"
  | "default group or another"
  | "added in an apply"
  | "known id inside an unknown value"
  | "repeated"
  | "looked up"
  | "part of what is handed on"
  | "not a list of the component"
  | "another list than that of the shared configuration";

type ElementType = "subnet" | "group";

/** How an attachment breaks S; nothing of known ids alone does. */
export function breaksOf(version: Version, attachment: AttachmentDescription, unknown: UnknownNames): readonly Break[] {
  const { subnets, groups, whole } = attachment;
  const alone = subnets.kind === "shared" && groups.kind === "shared" && subnets.name === groups.name;
  const lists = [...listsOf(version, subnets, "subnet"), ...listsOf(version, groups, "group")];
  const fed = lists.filter(({ list }) => isFedByUnknown(version, list, unknown));
  const hidden = whole && fed.length > 0 ? lists.some(({ list, type }) => holdsKnown(version, list, type)) : false;
  // One unknown element makes the whole of an apply unknown, and with it what nothing unknown feeds.
  const unseen = whole && fed.length > 0 ? lists : fed;
  return [
    ...unseen.flatMap(({ list, type }) => [
      ...breaksIn(version, list, type),
      ...(hidesKnown(version, list, type, alone) ? ["known id inside an unknown value" as const] : []),
    ]),
    ...(hidden ? ["known id inside an unknown value" as const] : []),
    ...(fed.length > 0 && (whole ? [subnets] : lists.map(({ list }) => list)).some((list) => leavesComponentLists(version, list, whole))
      ? ["not a list of the component" as const]
      : []),
    ...(lists.some(({ list }) => isPartOfHandedOn(list)) ? ["part of what is handed on" as const] : []),
    ...(fed.length > 0 && takesAnotherList(version, attachment) ? ["another list than that of the shared configuration" as const] : []),
  ];
}

/** A part of a set, known or not: a provider returns sets in its own order, so the description does not show which part it is. */
function isPartOfHandedOn(list: List): boolean {
  return list.kind === "handed-on" && list.take !== undefined && list.take < list.elements.length;
}

interface TypedList {
  readonly list: List;
  readonly type: ElementType;
}

/** A list, and the one that a shared configuration was given for it. */
function listsOf(version: Version, list: List, type: ElementType): readonly TypedList[] {
  const own = list.kind === "shared" ? ownList(version, list.name, type) : undefined;
  return [{ list, type }, ...(own === undefined ? [] : [{ list: own, type }])];
}

function ownList(version: Version, name: string, type: ElementType): List | undefined {
  const { subnets, groups } = sharedNamed(version, name);
  return type === "subnet" ? subnets : groups;
}

function breaksIn(version: Version, list: List, type: ElementType): readonly Break[] {
  const elements = elementsOf(version, list, type);
  const names = namesIn(version, list, type);
  return [
    ...(elements.some(({ kind }) => kind === "read") ? ["computed get" as const] : []),
    ...(elements.some(({ kind, ...one }) => kind === "pick" && "of" in one && one.of.some((choice) => choice.kind === "default-group"))
      ? ["default group or another" as const]
      : []),
    ...(list.kind === "applied" && list.added.length > 0 ? ["added in an apply" as const] : []),
    // An invoke does not show what its arguments depend on.
    ...(list.kind === "looked-up" || elements.some((one) => one.kind === "default-group" && one.by === "lookup")
      ? ["looked up" as const]
      : []),
    ...(new Set(names).size < names.length ? ["repeated" as const] : []),
  ];
}

/** Whether a list arrives as an unknown value that holds an id known beforehand: nothing that the property depends on shows that id. */
function hidesKnown(version: Version, list: List, type: ElementType, alone: boolean): boolean {
  switch (list.kind) {
    case "elements":
      return list.elements.some((element) => element.kind === "pick" && element.of.some(isKnown));
    case "applied":
      return list.elements.some(isKnown);
    case "handed-on":
      return false;
    case "shared": {
      if (isElementWise(version, list.name, type) || (alone && list.more.length === 0)) return false;
      return holdsKnown(version, list, type);
    }
    default:
      return false;
  }
}

function holdsKnown(version: Version, list: List, type: ElementType): boolean {
  return elementsOf(version, list, type).some((element) => isKnown(element) || (element.kind === "pick" && element.of.some(isKnown)));
}

function isKnown({ kind }: Element): boolean {
  return kind === "existing";
}

function elementsOf(version: Version, list: List, type: ElementType): readonly Element[] {
  switch (list.kind) {
    case "elements":
    case "handed-on":
      return list.elements;
    case "applied":
      return [...list.elements, ...list.added];
    case "shared": {
      const own = ownList(version, list.name, type);
      return [...(own === undefined ? [] : elementsOf(version, own, type)), ...list.more];
    }
    default:
      return [];
  }
}
