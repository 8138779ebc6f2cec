import { expect, test } from "@jest/globals";
import type { PartialList } from "../facts/partial-list";
import { listSize } from "./list-size";
import { select } from "./selection";

const keys = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `k${index}`);
const six = keys(6);

test.each<{ sentence: string; list: PartialList; size: readonly [min: number, likely: number, max: number] }>([
  { sentence: "known elements count once each", list: { known: ["a", "b", "a"], holes: 0, candidates: [] }, size: [2, 2, 2] },
  { sentence: "holes for which each candidate is needed", list: { known: ["a"], holes: 6, candidates: six }, size: [7, 7, 7] },
  { sentence: "holes of more candidates", list: { known: ["a"], holes: 2, candidates: six }, size: [3, 3, 3] },
  { sentence: "more holes than candidates, which some may repeat", list: { known: ["a"], holes: 9, candidates: six }, size: [1, 1, 7] },
  { sentence: "holes without any candidate", list: { known: [], holes: 7, candidates: [] }, size: [1, 1, 7] },
  {
    sentence: "holes that may come from elsewhere",
    list: { known: [], holes: 9, candidates: keys(2), opaque: "inputs-not-seen" },
    size: [1, 1, 9],
  },
  { sentence: "a list that is some of its candidates", list: { known: [], holes: "unknown", candidates: six }, size: [1, 6, 6] },
  { sentence: "a list of another stack, which AWS's limit bounds", list: { known: [], holes: "unknown", candidates: [] }, size: [1, 1, 5] },
  {
    sentence: "one of the lists of a component",
    list: { known: [], holes: "unknown", candidates: six, oneOf: [six.slice(0, 2), six.slice(2, 5)] },
    size: [2, 2, 3],
  },
])("$sentence", ({ list, size: [min, likely, max] }) => {
  const selection = select(list, 5);
  expect(listSize(list, selection, selection)).toMatchObject({ min, likely, max });
});

test("elements that may be one resource may make the list smaller", () => {
  const list = { known: six, holes: 0, candidates: [] };
  const selection = select(list, 5);
  expect(listSize(list, selection, { ...selection, least: 5 })).toMatchObject({ min: 5, max: 6 });
});
