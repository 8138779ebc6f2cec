import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { createHash } from "node:crypto";
import { markup } from "./markup";
import { jsonInElement, wholePage } from "./whole-page";

const attacks = ["</script>", "<!--", "<script", "\u2028\u2029", "]]>", "\u0000\u001b[31m", '"'];

test("data in an element is JSON of the same value, in one line, and cannot end its element", () => {
  const values = fc.jsonValue({ maxDepth: 3 }).chain((value) => fc.tuple(fc.constant(value), fc.constantFrom(...attacks)));
  checkLaw({ "a value with several parts": 20 }, [values], ([value, attack], met) => {
    met("a value with several parts", typeof value === "object" && value !== null && Object.keys(value).length > 0);
    const data = { value, [attack]: attack };
    const json = jsonInElement(data);
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(data)));
    expect(json).not.toMatch(/[<>\p{Cc}\p{Zl}\p{Zp}]/u);
  });
});

test("a page allows its own style and script, and nothing else", () => {
  const page = wholePage({
    title: "</title>",
    style: "p { color: red; }",
    body: markup`<p></p>`,
    data: { a: "</script>" },
    script: "'</script>';",
  });
  const hashOf = (element: string): string => {
    const [, content = ""] = new RegExp(`<${element}>([^]*?)</${element}>`).exec(page) ?? [];
    return `&#39;sha256-${createHash("sha256").update(content).digest("base64")}&#39;`;
  };
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  expect(policy).toBe(
    `default-src &#39;none&#39;; style-src ${hashOf("style")}; script-src ${hashOf("script")}; base-uri &#39;none&#39;; form-action &#39;none&#39;`,
  );
  expect(page.match(/<\/script>/g)).toHaveLength(2);
  expect(page).not.toMatch(/https?:|unsafe/);
});
