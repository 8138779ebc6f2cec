import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { SecretTexts } from "./secret-texts";

function hidden(secrets: readonly unknown[], text: string, urns: readonly string[] = []): string {
  const texts = new SecretTexts();
  for (const secret of secrets) texts.add(secret);
  return texts.hide(text, urns);
}

describe("a text that is marked as secret", () => {
  test.each<{ sentence: string; secret: unknown; text: string; shown: string }>([
    { sentence: "is hidden wherever it stands", secret: "hunter2", text: "hunter2, not hunter2.", shown: "[secret], not [secret]." },
    { sentence: "is hidden in a list", secret: [["hunter2"], { a: "hunter3" }], text: "hunter2 hunter3", shown: "[secret] [secret]" },
    { sentence: "is hidden with its line break escaped", secret: "a\nbcd", text: "x a\\u{a}bcd y", shown: "x [secret] y" },
    { sentence: "is hidden as JSON", secret: 'say "hi"', text: '{"a":"say \\"hi\\""}', shown: '{"a":"[secret]"}' },
    { sentence: "may be a CIDR", secret: "10.0.0.0/24", text: "range 10.0.0.0/24 (10.0.0.0/240)", shown: "range [secret] (10.0.0.0/240)" },
    { sentence: "is left in a longer word", secret: "dev1", text: "dev1ce, adev1, dev1-a", shown: "dev1ce, adev1, [secret]-a" },
    { sentence: "is left if it is too short to protect anything", secret: "abc", text: "abc", shown: "abc" },
    { sentence: "is left if it is a number", secret: 1234, text: "1234", shown: "1234" },
    {
      sentence: "hides the ids in a document, and no words of AWS",
      secret: '{"Effect":"Allow","Resource":"arn:aws:s3:::b4"}',
      text: "Allow arn:aws:s3:::b4",
      shown: "Allow [secret]",
    },
    { sentence: "may look like a document and be none", secret: "{abc1", text: "{abc1}", shown: "[secret]}" },
  ])("$sentence", ({ secret, text, shown }) => expect(hidden([secret], text)).toBe(shown));

  test("is hidden as a whole if another one begins it", () => expect(hidden(["vpc-1", "vpc-1/a"], "vpc-1/a")).toBe("[secret]"));

  test("is left if it is the name of a resource, which Pulumi prints", () => {
    expect(hidden(["orders"], "orders", ["urn:pulumi:dev::shop::t::orders"])).toBe("orders");
  });
});

test("no secret stands as a word in what is shown, and a text without secrets is unchanged", () => {
  const word = fc.constantFrom("a1", "sg-1", "sg-12", "vpc/1", "x-sg-1", "sg-1/x", "vpc", "word", "words", "-1-1");
  checkLaw(
    { "a secret in the text": 20, "no secret in the text": 20 },
    [fc.array(word, { maxLength: 4 }), fc.array(word, { maxLength: 8 })],
    (secrets, words, met) => {
      const text = words.join(" ");
      const shown = hidden(secrets, text);
      const long = secrets.filter((secret) => secret.length >= 4);
      if (
        met(
          "a secret in the text",
          long.some((secret) => words.includes(secret)),
        )
      )
        for (const secret of long) expect(shown.split(" ")).not.toContain(secret);
      if (met("no secret in the text", !long.some((secret) => text.includes(secret)))) expect(shown).toBe(text);
    },
  );
});

test("the work grows with the text and not with the number of secrets", () => {
  const many = Array.from({ length: 20_000 }, (_, index) => `${index}-secret`);
  const texts = new SecretTexts();
  for (const secret of many) texts.add(secret);
  expect(texts.hide("no secret is here; ".repeat(20_000))).toHaveLength(19 * 20_000);
}, 20_000);
