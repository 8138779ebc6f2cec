import type { CommentHost } from "./comment-host";

/** What was done with a comment, and where it is. */
export interface WrittenComment {
  readonly done: "created" | "updated" | "unchanged" | "skipped";
  readonly where?: string;
}

/**
 * Updates the comment that begins with `marker`, or creates it. Only comments of the token's owner count: anyone who may comment can write a marker.
 * `isWorthIt`: whether a new comment has something to report.
 * Law: writing twice gives one comment.
 */
export async function writeComment(
  host: CommentHost,
  { marker, body, isWorthIt }: { readonly marker: string; readonly body: string; readonly isWorthIt: boolean },
): Promise<WrittenComment> {
  const present = (await host.ownComments()).find((one) => one.body.startsWith(marker));
  if (present === undefined) return isWorthIt ? { done: "created", where: await host.create(body) } : { done: "skipped" };
  // Hosts write line ends in their own way.
  if (normalized(present.body) === normalized(body)) return { done: "unchanged" };
  return { done: "updated", where: await host.update(present.id, body) };
}

function normalized(body: string): string {
  return body.replaceAll("\r\n", "\n").trimEnd();
}
