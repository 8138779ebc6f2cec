import { expect, test } from "@jest/globals";
import { knownList } from "./partial-list";

test("a list of known elements has no holes, and needs no candidates for them", () => {
  expect(knownList(["subnet-b", "subnet-a"])).toEqual({ known: ["subnet-b", "subnet-a"], holes: 0, candidates: [] });
});
