import { expect, test } from "@jest/globals";
import { schemaDifferences } from "./schema-differences";

const rows = [
  {
    sentence: "equal schemas differ nowhere, in whatever order they are written",
    left: { a: 1, b: [2] },
    right: { b: [2], a: 1 },
    paths: [],
  },
  { sentence: "another value", left: { a: { type: "string" } }, right: { a: { type: "number" } }, paths: ["/a/type"] },
  { sentence: "a part that one lacks", left: { a: { b: {} } }, right: { a: {} }, paths: ["/a/b"] },
  { sentence: "a list that is longer", left: { required: ["a"] }, right: { required: ["a", "b"] }, paths: ["/required/1"] },
  { sentence: "a value for a part", left: { a: null }, right: { a: {} }, paths: ["/a"] },
];

test.each(rows)("$sentence", ({ left, right, paths }) => {
  expect(schemaDifferences(left, right)).toEqual(paths);
});
