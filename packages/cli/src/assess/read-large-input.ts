import { UnreadableFile } from "@lambda-vpc/sources";
import { type LargeDocument, readLargeDocument } from "../file-text/large-document";
import type { LargeText } from "../file-text/large-text";
import { type Input, inputOfState, noDocument, otherDocument, refuseEventStream, unreadable } from "./read-input";

/**
 * Reads an input that is longer than a string can be: a state or a preview. `name` is that of the file. Law: its result and its errors are those of
 * `readInput`, except that no inventory is as long.
 *
 * @throws CommandError as `readInput` does.
 */
export function readLargeInput(text: LargeText, name: string): Input {
  const document = documentOf(text, name);
  if (document.kind === "state") return inputOfState(document.state, document.secrets);
  if (document.kind === "preview") return { kind: "preview", resources: document.resources, secrets: [], remarks: [] };
  throw otherDocument(name);
}

function documentOf(text: LargeText, name: string): LargeDocument {
  for (const first of text.chunks()) {
    refuseEventStream(first, name);
    break;
  }
  try {
    return readLargeDocument(text, OTHER);
  } catch (error) {
    throw error instanceof UnreadableFile && error.fix === OTHER ? noDocument(name, error.code === "truncated") : unreadable(error, name);
  }
}

/** Marks the errors of texts without a resource. */
const OTHER = "";
