import { describe, expect, test } from "@jest/globals";
import { type Field, integer, limit, oneOf, problemText, readConfiguration, share } from "./configuration";
import { jsonSchemaOf } from "./json-schema";

const fields: Readonly<Record<string, Field<unknown>>> = {
  atLeastOne: integer({ description: "Things.", default: 5, minimum: 1 }),
  oneToTen: integer({ description: "Things.", default: 5, minimum: 1, maximum: 10 }),
  noMoreThan: limit({ description: "Things, if at all.", minimum: 0 }),
  part: share({ description: "A part.", default: 0.8 }),
  colour: oneOf(["red", "green"], { description: "A colour.", default: "green" }),
};

/** What a policy with that one field reads of `value`: the value, or "refused". */
function read(name: string, value: unknown): unknown {
  const field = fields[name];
  if (field === undefined) throw new Error(`no field ${name}`);
  const result = readConfiguration({ [name]: field }, value === undefined ? {} : { [name]: value });
  return result.ok ? result.value[name] : "refused";
}

const REFUSED = "refused";
const rows: readonly { sentence: string; field: string; value: unknown; expected: unknown }[] = [
  { sentence: "an integer left out is its default", field: "atLeastOne", value: undefined, expected: 5 },
  { sentence: "an integer of null is its default", field: "atLeastOne", value: null, expected: 5 },
  { sentence: "an integer at its minimum is taken", field: "atLeastOne", value: 1, expected: 1 },
  { sentence: "an integer below its minimum is refused", field: "atLeastOne", value: 0, expected: REFUSED },
  { sentence: "an integer without a maximum has no end", field: "atLeastOne", value: 1_000_000_000, expected: 1_000_000_000 },
  { sentence: "an integer at its maximum is taken", field: "oneToTen", value: 10, expected: 10 },
  { sentence: "an integer above its maximum is refused", field: "oneToTen", value: 11, expected: REFUSED },
  { sentence: "a fraction is no integer", field: "atLeastOne", value: 1.5, expected: REFUSED },
  { sentence: "a text is no integer, even one of digits", field: "atLeastOne", value: "3", expected: REFUSED },
  { sentence: "a list is no integer", field: "atLeastOne", value: [3], expected: REFUSED },
  { sentence: "true is no integer", field: "atLeastOne", value: true, expected: REFUSED },
  { sentence: "a limit left out is none", field: "noMoreThan", value: undefined, expected: Number.POSITIVE_INFINITY },
  { sentence: "a limit of null is none", field: "noMoreThan", value: null, expected: Number.POSITIVE_INFINITY },
  { sentence: "a limit of zero is a limit", field: "noMoreThan", value: 0, expected: 0 },
  { sentence: "a limit below its minimum is refused", field: "noMoreThan", value: -1, expected: REFUSED },
  { sentence: "a fraction is no limit", field: "noMoreThan", value: 0.5, expected: REFUSED },
  { sentence: "a text is no limit", field: "noMoreThan", value: "none", expected: REFUSED },
  { sentence: "a share left out is its default", field: "part", value: undefined, expected: 0.8 },
  { sentence: "a share of zero is taken", field: "part", value: 0, expected: 0 },
  { sentence: "a share of one is taken", field: "part", value: 1, expected: 1 },
  { sentence: "a percentage is no share", field: "part", value: 80, expected: REFUSED },
  { sentence: "a share below zero is refused", field: "part", value: -0.1, expected: REFUSED },
  { sentence: "a text is no share", field: "part", value: "0.5", expected: REFUSED },
  { sentence: "a word left out is its default", field: "colour", value: undefined, expected: "green" },
  { sentence: "one of the words is taken", field: "colour", value: "red", expected: "red" },
  { sentence: "another word is refused", field: "colour", value: "blue", expected: REFUSED },
  { sentence: "a word in another case is refused", field: "colour", value: "Red", expected: REFUSED },
];

test.each(rows)("$sentence", ({ field, value, expected }) => {
  expect(read(field, value)).toBe(expected);
});

describe("a mistake is reported with its key and what the key accepts", () => {
  function problems(raw: Readonly<Record<string, unknown>>, others: readonly string[] = []): readonly string[] {
    const result = readConfiguration(fields, raw, others);
    return result.ok ? [] : result.error.map(problemText);
  }

  const messages: readonly { sentence: string; raw: Readonly<Record<string, unknown>>; parts: readonly string[] }[] = [
    { sentence: "an integer", raw: { atLeastOne: 0 }, parts: ['"atLeastOne" is 0', "a whole number, at least 1"] },
    { sentence: "an integer between two bounds", raw: { oneToTen: "x" }, parts: ['"oneToTen" is "x"', "from 1 to 10"] },
    { sentence: "a limit", raw: { noMoreThan: -1 }, parts: ['"noMoreThan" is -1', "a whole number, at least 0"] },
    { sentence: "a share", raw: { part: 2 }, parts: ['"part" is 2', "a share from 0 to 1"] },
    { sentence: "a word", raw: { colour: "blue" }, parts: ['"colour" is "blue"', 'one of "red", "green"'] },
    {
      sentence: "an unknown key, with the nearest name and all names",
      raw: { color: "red" },
      parts: ['Unknown key "color"', 'mean "colour"', "noMoreThan"],
    },
    {
      sentence: "a level by the name that it has in code",
      raw: { level: "advisory" },
      parts: ['Unknown key "level"', 'Set the level with "enforcementLevel"'],
    },
    { sentence: "a key that only an object inherits", raw: { constructor: 1 }, parts: ['Unknown key "constructor"'] },
  ];

  test.each(messages)("$sentence", ({ raw, parts }) => {
    const [problem, ...others] = problems(raw);
    for (const part of parts) expect(problem).toContain(part);
    expect(others).toEqual([]);
  });

  test("all problems at once", () => {
    const found = problems({ atLeastOne: 0, part: 2, colur: "red" });
    expect(found).toHaveLength(3);
    for (const key of ["atLeastOne", "part", "colur"]) expect(found.filter((problem) => problem.includes(`"${key}"`))).toHaveLength(1);
  });

  test("keys that others read are offered too", () => {
    expect(problems({ onUndecide: "mandatory" }, ["onUndecided"])[0]).toContain('mean "onUndecided"');
  });
});

test("the schema that the engine checks says the same as the function", () => {
  const schemas = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, jsonSchemaOf(field)]));
  expect(schemas).toEqual({
    atLeastOne: { type: "integer", description: "Things.", default: 5, minimum: 1 },
    oneToTen: { type: "integer", description: "Things.", default: 5, minimum: 1, maximum: 10 },
    noMoreThan: { type: "integer", description: "Things, if at all.", minimum: 0 },
    part: { type: "number", description: "A part.", default: 0.8, minimum: 0, maximum: 1 },
    colour: { type: "string", description: "A colour.", default: "green", enum: ["red", "green"] },
  });
});
