import { describe, expect, test } from "@jest/globals";
import { DocumentPart } from "./document-part";

const document = DocumentPart.parse('{"a": {"list": [1, {"b": true}]}, "text": "t", "nothing": null}', "Do this");
const list = document.required("a").required("list");

test("a part of a document is read as what it is", () => {
  const [number, object] = list.items();
  expect([number?.number(), object?.required("b").boolean(), document.required("text").text()]).toEqual([1, true, "t"]);
  expect(object?.object()).toEqual({ b: true });
});

test("a null, a missing member and a name that every object inherits are absent", () => {
  expect(["nothing", "missing", "constructor"].map((name) => document.member(name))).toEqual([undefined, undefined, undefined]);
  expect(document.members().map(([name]) => name)).toEqual(["a", "text"]);
});

describe("a part that is of another kind is reported with its path and what was expected", () => {
  test.each<[string, () => unknown, string]>([
    ["a list in the place of an object", () => list.object(), "a.list: expected an object"],
    ["an object in the place of a list", () => document.required("a").items(), "a: expected a list"],
    ["a number in the place of a text", () => list.items()[0]?.text(), "a.list[0]: expected a text"],
    ["a text in the place of a number", () => document.required("text").number(), "text: expected a number"],
    ["a text in the place of a boolean", () => document.required("text").boolean(), "text: expected true or false"],
    ["a text in the place of an object with a member", () => document.required("text").member("x"), "text: expected an object"],
    ["nothing in the place of a member", () => document.required("nothing"), 'the document: expected an object with "nothing"'],
    ["nothing in the place of a member of a list", () => list.items()[1]?.required("c"), 'a.list[1]: expected an object with "c"'],
  ])("%s", (_name, read, message) => {
    expect(read).toThrow(expect.objectContaining({ name: "UnreadableFile", code: "wrong-document", message: `${message}. Do this.` }));
  });
});

test.each([
  { sentence: "a missing comma", text: '{\n  "a": [1 2]\n}', where: "line 2, column 11" },
  { sentence: "a text after the document", text: "{}\nmore", where: "line 2, column 1" },
  { sentence: "a missing comma on the first line", text: '["a" "b"]', where: "line 1, column 6" },
])("$sentence is reported with its line and column", ({ text, where }) => {
  expect(() => DocumentPart.parse(text, "Do this")).toThrow(
    expect.objectContaining({ code: "not-json", where, message: expect.stringMatching(/JSON\. Do this\.$/) }),
  );
});

test("a document that ends early is reported at its end", () => {
  for (const text of ["", '{"a": ', '{"a": "b', "[1, 2"])
    expect(() => DocumentPart.parse(text, "Do this")).toThrow(expect.objectContaining({ code: "truncated", where: "the end" }));
});
