import { expect, test } from "@jest/globals";
import { withGeneratedPart } from "./generated-part";

const text = "before\n<!-- generated: one -->\nold\n<!-- /generated -->\nbetween\n<!-- generated: two -->\n<!-- /generated -->\nafter\n";

test("only what stands between the markers of that part changes", () => {
  expect(withGeneratedPart(text, "two", "new\n")).toBe(text.replace("two -->\n", "two -->\n\nnew\n\n"));
});

test("writing a part twice is writing it once", () => {
  const once = withGeneratedPart(text, "one", "new");
  expect(withGeneratedPart(once, "one", "new")).toBe(once);
});

test("a text without the markers is refused with the lines that it lacks", () => {
  expect(() => withGeneratedPart("nothing here", "one", "new")).toThrow('no place for "one": put the lines <!-- generated: one -->');
});
