import { type DifferenceDocument, differenceFormats } from "@lambda-vpc/reports";

/**
 * The first line of the comment about a stack, which no reader sees. The comments of several stacks on one pull request differ in it.
 * Law: markers of different stacks differ, and none is the beginning of another.
 */
export function markerOf({ stack: { after, before } }: Pick<DifferenceDocument, "stack">): string {
  // A comment in HTML ends at "-->".
  return `<!-- lambda-vpc ${encodeURIComponent(after ?? before ?? "").replaceAll("-", "%2D")} -->`;
}

/** The comment about a difference. Law: it is never longer than `limit`, and states what it leaves out. */
export function commentBody(document: DifferenceDocument, limit: number): string {
  const marker = markerOf(document);
  return `${marker}\n${differenceFormats.markdown.render(document, { limit: limit - marker.length - 1 })}`;
}
