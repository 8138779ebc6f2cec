import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { membersOfForm } from "./form";
import { xmlDocument, xmlOf } from "./xml";

describe("XML", () => {
  test.each([
    ["members become elements", { a: "1", b: { c: true, d: 2 } }, "<a>1</a><b><c>true</c><d>2</d></b>"],
    ["an absent member is left out", { a: undefined, b: "" }, "<b></b>"],
    ["a list has an element for each of its values", { set: ["x", { y: "z" }] }, "<set><item>x</item><item><y>z</y></item></set>"],
    ["an empty list is an empty element", { set: [] }, "<set></set>"],
    ["markup in a text is escaped", { a: `<b> & "c"` }, "<a>&lt;b&gt; &amp; &quot;c&quot;</a>"],
    ["what XML cannot contain is replaced", { a: "\u0000\uD800\uFFFE" }, "<a>\uFFFD\uFFFD\uFFFD</a>"],
  ])("%s", (_, answer, xml) => {
    expect(xmlOf(answer, "item")).toBe(xml);
  });

  test("a document has the namespace of its service", () => {
    expect(xmlDocument("Root", "<a></a>", "https://example.com/?a&b")).toMatch(
      /<Root xmlns="https:\/\/example.com\/\?a&amp;b"><a><\/a><\/Root>$/,
    );
  });
});

describe("a form", () => {
  test.each([
    ["numbers are places in a list, in any order", "Id.2=b&Id.10=c&Id.1=a", { Id: ["a", "b", "c"] }],
    ["a list can be in a list", "Filter.1.Name=x&Filter.1.Value.1=y&Filter.1.Value.2=z", { Filter: [{ Name: "x", Value: ["y", "z"] }] }],
    ["elements of other services follow member", "Arns.member.1=a&Arns.member.2=b", { Arns: ["a", "b"] }],
    ["a name of JavaScript is a name", "__proto__.x=1&constructor=2", JSON.parse('{"__proto__":{"x":"1"},"constructor":"2"}') as object],
  ])("%s", (_, form, members) => {
    expect(membersOfForm(new URLSearchParams(form))).toEqual(members);
  });

  test("lists come back as they were written", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 30 }), (values) => {
        const form = new URLSearchParams(values.map((value, index): [string, string] => [`Value.${index + 1}`, value]));
        expect(membersOfForm(form)).toEqual({ Value: values });
      }),
    );
  });
});
