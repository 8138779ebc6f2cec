import { describe, expect, test } from "@jest/globals";
import * as v from "valibot";
import { integer, limit, list, oneOf, problemText, readConfiguration, share } from "./configuration";
import { jsonSchemaOf } from "./json-schema";
import { acceptedBy, defaultOf, descriptionOf, type Schema, text, textOf } from "./schema";

const place = v.strictObject({ name: text(), size: v.exactOptional(v.pipe(v.number(), v.minValue(1))) });

const rows: readonly { sentence: string; field: Schema; accepts: string; absent: string }[] = [
  {
    sentence: "an integer",
    field: integer({ description: "Things.", default: 5, minimum: 1 }),
    accepts: "a whole number, at least 1",
    absent: "5",
  },
  { sentence: "a limit", field: limit({ description: "Things.", minimum: 0 }), accepts: "a whole number, at least 0", absent: "no limit" },
  {
    sentence: "a share",
    field: share({ description: "Things.", default: 0.5 }),
    accepts: "a share from 0 to 1, such as 0.8",
    absent: "0.5",
  },
  {
    sentence: "a word",
    field: oneOf(["red", "green"], { description: "Things.", default: "red" }),
    accepts: 'one of "red", "green"',
    absent: '"red"',
  },
  {
    sentence: "a list",
    field: list(place, { description: "Things." }),
    accepts: "a list, each element an object of name, size (optional)",
    absent: "none",
  },
  {
    sentence: "a text of a form, which is required",
    field: v.pipe(textOf(/^x/, "a text that begins with x"), v.description("Things.")),
    accepts: "a text that begins with x",
    absent: "required",
  },
  {
    sentence: "a schema of valibot alone",
    field: v.optional(v.pipe(v.boolean(), v.description("Things.")), true),
    accepts: "a boolean",
    absent: "true",
  },
];

test.each(rows)("$sentence is described: what it accepts, its default, and what it is", ({ field, accepts, absent }) => {
  expect([acceptedBy(field), defaultOf(field), descriptionOf(field)]).toEqual([accepts, absent, "Things."]);
});

test.each(rows)("$sentence is published with its description, and without what only this repository reads", ({ field }) => {
  expect(jsonSchemaOf(field)).toMatchObject({ description: "Things." });
  expect(JSON.stringify(jsonSchemaOf(field))).not.toMatch(/accepts|absent|\$schema/);
});

describe("a mistake inside a value is reported", () => {
  const fields = { places: list(place, { description: "Places." }), open: v.optional(v.pipe(v.boolean(), v.description("Open.")), true) };

  test.each([
    { sentence: "a key that is missing", places: [{}], says: '"places[0].name" is missing. Expected a text.' },
    {
      sentence: "a misspelt key, in place of the missing one",
      places: [{ nam: "a" }],
      says: 'Unknown key "places[0].nam". Did you mean "name"? Accepted: name, size.',
    },
    { sentence: "a value that is wrong", places: [{ name: "a" }, { name: 3 }], says: '"places[1].name" is 3. Expected a text.' },
    {
      sentence: "a value of a schema without words",
      places: [{ name: "a", size: "b" }],
      says: '"places[0].size" is "b". Expected a number.',
    },
    { sentence: "no list", places: "a", says: '"places" is "a". Expected a list, each element an object of name, size (optional).' },
  ])("$sentence", ({ places, says }) => {
    const read = readConfiguration(fields, { places });
    expect(read.ok ? [] : read.error.map(problemText)).toEqual([says]);
  });

  test("as often as it is made: every unknown key of every object", () => {
    const read = readConfiguration(fields, { places: [{ name: "a", color: 1, sise: 2 }, { nmae: "b" }] });
    expect(read.ok ? [] : read.error.map(({ problem }) => problem)).toEqual([
      'Unknown key "places[0].color"',
      'Unknown key "places[0].sise"',
      'Unknown key "places[1].nmae"',
    ]);
  });

  test("of a field of valibot alone", () => {
    const read = readConfiguration(fields, { open: "yes" });
    expect(read.ok ? [] : read.error.map(problemText)).toEqual(['"open" is "yes". Expected a boolean.']);
  });
});
