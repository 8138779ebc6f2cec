import type { Version } from "./description";
import { elementsWritten } from "./elements-written";

/** The VPCs whose default group an element adopts. */
export function adoptedDefaults({ shared, connectors, functions }: Version): readonly string[] {
  const lists = [
    ...shared.flatMap(({ subnets, groups }) => [subnets, ...(groups === undefined ? [] : [groups])]),
    ...connectors.map(({ groups }) => groups),
    ...functions.flatMap(({ attachment }) => (attachment === undefined ? [] : [attachment.groups])),
  ];
  const elements = lists.flatMap(elementsWritten);
  return [...new Set(elements.flatMap((element) => (element.kind === "default-group" && element.by === "adopted" ? [element.vpc] : [])))];
}
