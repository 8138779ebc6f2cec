import { expect, test } from "@jest/globals";
import { sourcePosition } from "./source-position";

const library = "project:///../../node_modules/@pulumi/runtime/stack.ts#38,19";
const frame = (position: string) => ({ sourcePosition: position });

test.each<{ sentence: string; state: Readonly<Record<string, unknown>>; position: unknown }>([
  { sentence: "a line and a column", state: frame("project:///index.ts#12,3"), position: { file: "index.ts", line: 12, column: 3 } },
  { sentence: "a line alone", state: frame("project:///src/a%20b.ts#7"), position: { file: "src/a b.ts", line: 7, column: 1 } },
  {
    sentence: "a column before the first",
    state: frame("project:///__main__.py#7,0"),
    position: { file: "__main__.py", line: 7, column: 1 },
  },
  { sentence: "a path that is no URI", state: frame("project:///100%.ts#7,1"), position: { file: "100%.ts", line: 7, column: 1 } },
  {
    sentence: "the call of a component, if its child is created in a library",
    state: { ...frame(library), stackTrace: [{}, frame(library), frame("project:///index.ts#14,14"), frame("project:///index.ts#1,1")] },
    position: { file: "index.ts", line: 14, column: 14 },
  },
  {
    sentence: "none, if only libraries are on the stack",
    state: { stackTrace: [frame(library), frame("project:///.venv/lib/site-packages/x.py#1,1")] },
    position: undefined,
  },
  {
    sentence: "an absolute path of an ES module, which the SDK writes behind the folder of the program",
    state: frame("project:///src/file:/home/me/shop/src/network%20a.ts#8,10"),
    position: { file: "/home/me/shop/src/network a.ts", line: 8, column: 10 },
  },
  {
    sentence: "none of a library that is an ES module",
    state: frame("project:///file:/home/me/shop/node_modules/network/index.js#8,10"),
    position: undefined,
  },
  { sentence: "none of a resource without", state: {}, position: undefined },
  { sentence: "none, if it is written otherwise", state: { sourcePosition: 12, stackTrace: "no list" }, position: undefined },
  {
    sentence: "none of frames that are no objects",
    state: { sourcePosition: "file:///index.ts#1,1", stackTrace: [null, 1, [], "x"] },
    position: undefined,
  },
])("$sentence", ({ state, position }) => {
  expect(sourcePosition(state)).toEqual(position);
});
