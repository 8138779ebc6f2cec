import { between, type Count } from "../count/count";
import { keySet } from "../facts/key";
import type { PartialList } from "../facts/partial-list";
import { isExactSelection, type Selection } from "./selection";

/**
 * The number of different elements that a list requests, under assumption S. Unlike a selection, it does not presume that AWS accepts the list.
 * `selection` is the reading of the list, and `collapsed` the same with keys that may be one resource counted once. Law: it is exact if the
 * selection is, and no two keys may be one resource.
 */
export function listSize(list: PartialList, selection: Selection, collapsed: Selection): Count {
  return between(collapsed.least, selection.likely.length, mostElements(list, selection), selection.basis);
}

/** Every unknown element is one of the candidates, unless the list depends on something else (docs/eni-model.md, assumption S, part a). */
function mostElements({ known, holes, candidates, opaque }: PartialList, selection: Selection): number {
  const { certain, most, open, alternatives } = selection;
  if (isExactSelection(selection)) return certain.length;
  const isBounded = opaque === undefined && candidates.length > 0;
  if (holes !== "unknown") return keySet(known).length + (isBounded ? Math.min(holes, candidates.length) : holes);
  // Of a list that depends on other resources, only AWS's limit is known.
  return open || alternatives !== undefined ? most : candidates.length;
}
