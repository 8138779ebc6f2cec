import type { Element, List } from "./description";

/** The elements that a list writes out, and those that one of them chooses from. */
export function elementsWritten(list: List): readonly Element[] {
  switch (list.kind) {
    case "elements":
    case "handed-on":
      return list.elements.flatMap(choices);
    case "applied":
      return [...list.elements, ...list.added].flatMap(choices);
    case "shared":
      return list.more.flatMap(choices);
    default:
      return [];
  }
}

function choices(element: Element): readonly Element[] {
  return element.kind === "pick" ? [element, ...element.of] : [element];
}
