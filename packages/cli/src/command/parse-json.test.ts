import { describe, expect, test } from "@jest/globals";
import { exitCodes } from "./exit-codes";
import { parseJson } from "./parse-json";

/** A value in `levels` lists, each the only element of the one around it. */
const lists = (levels: number): string => "[".repeat(levels) + "1" + "]".repeat(levels);
const objects = (levels: number): string => '{"a":'.repeat(levels) + "1" + "}".repeat(levels);

describe("JSON is read", () => {
  test.each(["null", "1", '{ "all": "advisory" }', "[]", "{}", lists(100), objects(100), ` ${lists(3)}\n`])("%s", (text) => {
    expect(parseJson(text, "policies.json")).toEqual(JSON.parse(text));
  });
});

describe("refused with the file and the way out:", () => {
  test.each([
    { sentence: "nothing", text: "", says: "is empty, and must hold a JSON object such as {}" },
    { sentence: "white space", text: " \r\n", says: "is empty, and must hold a JSON object such as {}" },
    { sentence: "YAML", text: "all: advisory", says: "is not JSON: " },
    { sentence: "lists of 101 levels", text: lists(101), says: "is nested deeper than 100 levels" },
    { sentence: "objects of 5,000 levels", text: objects(5000), says: "is nested deeper than 100 levels" },
    { sentence: "lists of 200,000 levels", text: lists(200_000), says: "is n" },
  ])("$sentence", ({ text, says }) => {
    const refusal = { exitCode: exitCodes.unreadable, message: expect.stringMatching(/^policies\.json .*\. Correct the file\.$/s) };
    expect(() => parseJson(text, "policies.json")).toThrow(expect.objectContaining(refusal));
    expect(() => parseJson(text, "policies.json")).toThrow(`policies.json ${says}`);
  });
});
