import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { markup, trustedMarkup } from "./markup";

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("</script><script>alert(1)</script>", `" onload="x`, "' x='", "&lt;", "<!--", "\u2028"),
);

/** What a reader of HTML sees of a text. */
const read = (html: string): string =>
  html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");

test("whatever a text contains, the elements and attributes are those of the template, and a reader sees the text", () => {
  checkLaw({ "a text that looks like markup": 30 }, [hostile, hostile], (title, text, met) => {
    met("a text that looks like markup", /[<"'&]/.test(title + text));
    const { html } = markup`<p title="${title}">${text}</p>`;
    const [, seenTitle = "", seenText = ""] = /^<p title="([^"<>]*)">([^"<>]*)<\/p>$/u.exec(html) ?? [];
    expect([read(seenTitle), read(seenText)]).toEqual([title, text]);
  });
});

test("markup in markup stays, and lists of it are joined", () => {
  const items = ["a", "<b>"].map((item) => markup`<li>${item}</li>`);
  expect(markup`<ul>${items}</ul>${trustedMarkup("<br>")}${3}`.html).toBe("<ul><li>a</li><li>&lt;b&gt;</li></ul><br>3");
});
