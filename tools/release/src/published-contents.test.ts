import { expect, test } from "@jest/globals";
import { contentsFaults, publishedContents } from "./published-contents";

const staged = (...files: readonly string[]) =>
  publishedContents([
    {
      folder: "",
      faults: [],
      files,
      manifest: { name: "@house/door", version: "1.0.0", type: "commonjs", main: "dist/index.js" },
    },
  ]);

test("contents show entries and what is no module", () =>
  expect(staged("LICENSE", "dist/index.js", "dist/inner.js", "presets/strict.json")).toBe(
    "@house/door\n  LICENSE\n  dist/index.js\n  presets/strict.json\n",
  ));

test("a file that is no longer published and a new one are reported, each in one sentence", () =>
  expect(contentsFaults(staged("LICENSE", "presets/strict.json"), staged("LICENSE", "presets/mild.json"))).toEqual([
    expect.stringMatching(/^@house\/door: presets\/strict\.json is no longer published\./),
    expect.stringMatching(/^@house\/door: presets\/mild\.json is published, and was not before\./),
  ]));

test("contents that are as reviewed have no fault", () => expect(contentsFaults(staged("LICENSE"), staged("LICENSE"))).toEqual([]));
