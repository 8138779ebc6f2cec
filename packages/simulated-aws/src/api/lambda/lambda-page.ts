import type { AnswerObject } from "../operation/answer";
import { type Entry, isToken, pageOfEntries } from "../operation/page";
import { InvalidParameter } from "../operation/parameters";

/** The page parameters of Lambda. */
export const pageParameters = { Marker: "text", MaxItems: "integer" } as const;

/** A call returns at most 50 items, whatever it asks for (docs/aws-facts.md#version-listing). */
const PAGE_SIZE = 50;

/** A page of a list, and the marker of the next one. Throws `InvalidParameter`. */
export function lambdaPage<Row>(
  name: string,
  { Marker, MaxItems = PAGE_SIZE }: { readonly Marker?: string; readonly MaxItems?: number },
  entriesAfter: (key: string | undefined) => Iterable<Entry<Row>>,
  describe: (row: Row) => AnswerObject,
): AnswerObject {
  if (MaxItems < 1) throw new InvalidParameter(`Value (${MaxItems}) for parameter MaxItems is invalid.`);
  if (Marker !== undefined && !isToken(Marker)) throw new InvalidParameter(`Value (${Marker}) for parameter Marker is invalid.`);
  const { rows, nextToken } = pageOfEntries(entriesAfter, { token: Marker, size: Math.min(MaxItems, PAGE_SIZE) });
  return { [name]: rows.map(describe), NextMarker: nextToken };
}
