import { describe, expect, test } from "@jest/globals";
import { serializedProperties, serializedValue } from "./serialized-value";
import { UNKNOWN, type Value } from "../stack/value";

const U = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const secret = (members: object): object => ({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ...members });

describe("values as the engine writes them", () => {
  const rows: readonly { sentence: string; raw: unknown; value: Value }[] = [
    { sentence: "texts, numbers, booleans and nulls stay", raw: ["a", 1, false, null], value: ["a", 1, false, null] },
    { sentence: "the sentinel is unknown, alone", raw: U, value: UNKNOWN },
    { sentence: "the sentinel is unknown, as an element", raw: ["subnet-1", U], value: ["subnet-1", UNKNOWN] },
    { sentence: "the sentinel is unknown, as a member", raw: { vpcId: U }, value: { vpcId: UNKNOWN } },
    { sentence: "a text that only looks like the sentinel stays a text", raw: `${U} `, value: `${U} ` },
    { sentence: "a secret that a preview masks is unknown", raw: ["[secret]"], value: [UNKNOWN] },
    { sentence: "an encrypted secret is unknown", raw: secret({ ciphertext: "v1:abc" }), value: UNKNOWN },
    { sentence: "a secret in plain text is what it holds", raw: secret({ plaintext: '["sg-1","sg-2"]' }), value: ["sg-1", "sg-2"] },
    { sentence: "an unknown inside a secret is unknown", raw: secret({ plaintext: `["sg-1","${U}"]` }), value: ["sg-1", UNKNOWN] },
    { sentence: "a secret inside a secret is read too", raw: secret({ plaintext: JSON.stringify(secret({ plaintext: "1" })) }), value: 1 },
    { sentence: "a secret whose plain text is no text is unknown", raw: secret({ plaintext: 1 }), value: UNKNOWN },
    { sentence: "a secret that holds nothing is unknown", raw: secret({}), value: UNKNOWN },
    { sentence: "what is no JSON is null", raw: [undefined, () => 1], value: [null, null] },
    { sentence: "a secret with broken plain text is unknown", raw: secret({ plaintext: "{" }), value: UNKNOWN },
    {
      sentence: "assets and other marked objects stay objects",
      raw: { "4dabf18193072939515e22adb298388d": "asset" },
      value: { "4dabf18193072939515e22adb298388d": "asset" },
    },
  ];

  test.each(rows)("$sentence", ({ raw, value }) => {
    expect(serializedValue(raw)).toEqual(value);
  });

  test("nesting without end is cut, and what is cut is unknown", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    expect(JSON.stringify(serializedValue(deep), (_, value: unknown) => (value === UNKNOWN ? "unknown" : value))).toMatch(
      /^\[{101}"unknown"\]{101}$/,
    );
  });

  test("a member called __proto__ is a member and nothing else", () => {
    const properties = serializedProperties(JSON.parse('{"__proto__": {"vpcConfig": {}}}') as Record<string, unknown>);
    expect(Object.keys(properties)).toEqual(["__proto__"]);
    expect(properties["vpcConfig"]).toBeUndefined();
  });
});
