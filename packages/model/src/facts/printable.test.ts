import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { printable, printableJson, printableName } from "./printable";

describe("what a terminal or a CI system would obey is escaped", () => {
  test.each<{ sentence: string; text: string; printed: string }>([
    { sentence: "an escape sequence", text: "a\u001b[31mb", printed: "a\\u{1b}[31mb" },
    { sentence: "an escape sequence of one character", text: "a\u009b31mb", printed: "a\\u{9b}31mb" },
    { sentence: "NUL, BEL, backspace and delete", text: "\0\u0007\b\u007f", printed: "\\u{0}\\u{7}\\u{8}\\u{7f}" },
    {
      sentence: "every line break",
      text: "a\r\nb\vc\fd\u0085e\u2028f\u2029g",
      printed: "a\\u{d}\\u{a}b\\u{b}c\\u{c}d\\u{85}e\\u{2028}f\\u{2029}g",
    },
    { sentence: "a tabulator", text: "a\tb", printed: "a\\u{9}b" },
    { sentence: "a change of direction", text: "a\u202eb\u2066c\u200fd", printed: "a\\u{202e}b\\u{2066}c\\u{200f}d" },
    { sentence: "what takes no room", text: "a\u200bb\ufeffc\u{e0041}d", printed: "a\\u{200b}b\\u{feff}c\\u{e0041}d" },
    { sentence: "half of a pair", text: "a\ud800b\udc00", printed: "a\\u{d800}b\\u{dc00}" },
    { sentence: "the start of a command of GitHub", text: "::error::x", printed: "\\u{3a}:error::x" },
    { sentence: "the same after spaces", text: "  ::error::x", printed: "  \\u{3a}:error::x" },
    { sentence: "a level at the start of a line", text: "[mandatory] x", printed: "\\u{5b}mandatory] x" },
    { sentence: "a command that may stand anywhere", text: "a ##[error]b ##vso[c]d", printed: "a #\\u{23}[error]b #\\u{23}vso[c]d" },
    { sentence: "a color tag of Pulumi", text: "a <{%reset%}> b", printed: "a <\\u{7b}%reset%}> b" },
  ])("$sentence", ({ text, printed }) => expect(printable(text)).toBe(printed));
});

test.each(["orders", "größe 東京 👩", "urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::main", "a [b] # c ## d {e} %f", "C:\\users\\u"])(
  "%j is unchanged",
  (text) => expect([printable(text), printableName(text)]).toEqual([text, text]),
);

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|^\s*(?:::|\[)|##\w*\[|<\{%/u;

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom("##[", "::", "[", "<{%", "\\u{a}", " ", "\n", "\u001b", "\u202e", "\u0085", "a"),
    fc.string({ unit: "binary", maxLength: 1 }),
  ),
  maxLength: 5,
});

test("whatever a text holds, the result is one line of visible characters, and printable already", () => {
  checkLaw({ "a text that changes": 40, "a text that stays": 10 }, [hostile], (text, met) => {
    const printed = printable(text);
    met("a text that changes", printed !== text);
    met("a text that stays", printed === text);
    expect(printed).not.toMatch(UNPRINTABLE);
    expect(printable(printed)).toBe(printed);
  });
});

test("different names stay different", () => {
  const similar = hostile.chain((text) => fc.tuple(fc.constant(text), fc.oneof(hostile, fc.constant(printable(text)))));
  checkLaw(
    { "different names": 50, "a name that looks like the other one escaped": 10 },
    [similar.map(([one, other]) => ({ one, other }))],
    ({ one, other }, met) => {
      met("a name that looks like the other one escaped", one !== other && printable(one) === other);
      if (met("different names", one !== other)) expect(printableName(one)).not.toBe(printableName(other));
    },
  );
});

test("JSON of any value is printable, and is JSON of that value", () => {
  checkLaw({ "a value that JSON.stringify leaves unprintable": 20 }, [fc.array(hostile, { minLength: 1 })], (value, met) => {
    const json = printableJson(value, 2);
    met("a value that JSON.stringify leaves unprintable", json !== JSON.stringify(value, undefined, 2));
    expect(JSON.parse(json)).toEqual(value);
    expect(json.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|##\w*\[|<\{%/u);
  });
});
