import { checkLaw } from "@lambda-vpc/property-testing";
import { toJsonSchemaDefs } from "@valibot/to-json-schema";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import * as v from "valibot";
import { limit, list } from "./configuration";
import { type JsonSchema, jsonSchemaOf } from "./json-schema";
import { descriptionOf, type Schema, text } from "./schema";

const rows: readonly { sentence: string; field: Schema; published: JsonSchema }[] = [
  { sentence: "a number has no bounds of its type", field: v.number(), published: { type: "number" } },
  { sentence: "an integer is an integer", field: v.pipe(v.number(), v.integer(), v.safeInteger()), published: { type: "integer" } },
  {
    sentence: "of several bounds the strictest holds, in any order",
    field: v.pipe(v.number(), v.minValue(3), v.minValue(1), v.maxValue(7), v.maxValue(9)),
    published: { type: "number", minimum: 3, maximum: 7 },
  },
  { sentence: "a bound of zero is a bound", field: v.pipe(v.number(), v.maxValue(0)), published: { type: "number", maximum: 0 } },
  { sentence: "a text that must not be empty has a length", field: text(), published: { type: "string", minLength: 1 } },
  {
    sentence: "a list that must not be empty has a number of elements",
    field: v.pipe(v.array(v.boolean()), v.nonEmpty()),
    published: { type: "array", items: { type: "boolean" }, minItems: 1 },
  },
  {
    sentence: "of several patterns the first is published",
    field: v.pipe(v.string(), v.regex(/^a/), v.regex(/b$/)),
    published: { type: "string", pattern: "^a" },
  },
  {
    sentence: "a pattern with flags is left out, because JSON schema has none",
    field: v.pipe(v.string(), v.regex(/^a/i)),
    published: { type: "string" },
  },
  {
    sentence: "an object lists the keys that it requires, and accepts others",
    field: v.object({ here: v.boolean(), perhaps: v.optional(v.boolean()), other: v.exactOptional(v.boolean()) }),
    published: {
      type: "object",
      properties: { here: { type: "boolean" }, perhaps: { type: "boolean" }, other: { type: "boolean" } },
      required: ["here"],
    },
  },
  {
    sentence: "a strict object accepts no other keys",
    field: v.strictObject({}),
    published: { type: "object", properties: {}, required: [], additionalProperties: false },
  },
  { sentence: "an empty list is not shown as a default", field: list(v.boolean(), { description: "" }), published: listOfBooleans() },
  { sentence: "false is shown as a default", field: v.optional(v.boolean(), false), published: { type: "boolean", default: false } },
  {
    sentence: "words are listed",
    field: v.picklist(["red", "green"]),
    published: { type: "string", enum: ["red", "green"] },
  },
  { sentence: "a choice of numbers is left out", field: v.picklist([1, 2]), published: {} },
  {
    sentence: "what follows a transformation reads another value and is left out",
    field: v.pipe(v.pipe(v.string(), v.transform(Number)), v.number(), v.minValue(3)),
    published: { type: "string" },
  },
  {
    sentence: "a pattern of a changed text is left out",
    field: v.pipe(v.string(), v.toUpperCase(), v.regex(/^[A-Z]+$/)),
    published: { type: "string" },
  },
  { sentence: "a limit is what it limits", field: limit({ description: "", minimum: 2 }), published: { type: "integer", minimum: 2 } },
  { sentence: "a schema of another type is left out", field: v.tuple([v.string(), v.number()]), published: {} },
  {
    sentence: "another validation is left out",
    field: v.pipe(v.string(), v.email()),
    published: { type: "string" },
  },
];

function listOfBooleans(): JsonSchema {
  return { type: "array", items: { type: "boolean" } };
}

test.each(rows)("$sentence", ({ field, published }) => {
  expect(jsonSchemaOf(field)).toEqual({ description: "", ...published });
});

describe("a description", () => {
  test("in a pipe is published", () => {
    expect(jsonSchemaOf(v.pipe(v.boolean(), v.description("Open."))).description).toBe("Open.");
  });

  test("inside an optional schema is published", () => {
    expect(jsonSchemaOf(v.optional(v.pipe(v.boolean(), v.description("Open."))))).toMatchObject({ description: "Open." });
  });

  test("behind a transformation is published", () => {
    const transformed = v.pipe(v.string(), v.transform(Number), v.description("A number."));
    expect(jsonSchemaOf(transformed)).toEqual({ type: "string", description: "A number." });
  });
});

/** Schemas of the parts that are published. */
const { schemas } = fc.letrec<{ schemas: Schema }>((tie) => {
  const bound = fc.integer({ min: -5, max: 5 });
  const described = fc.option(fc.string({ maxLength: 5 }), { nil: undefined });
  const numbers = fc.record({ whole: fc.boolean(), minimum: bound, maximum: bound }).map(({ whole, minimum, maximum }) => {
    const between = v.pipe(v.number(), v.minValue(minimum), v.maxValue(maximum));
    return whole ? v.pipe(between, v.integer()) : between;
  });
  const texts = fc.constantFrom<Schema>(v.string(), text(), v.pipe(v.string(), v.regex(/^[a-z]+\/x$/)), v.picklist(["a", "b"]));
  const entries = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), tie("schemas"), { maxKeys: 3 });
  const generic = (schema: Schema): v.GenericSchema => schema as v.GenericSchema;
  return {
    schemas: fc.oneof(
      { maxDepth: 3 },
      numbers,
      texts,
      fc.tuple(tie("schemas"), described).map(([schema, words]) => v.pipe(generic(schema), v.description(words ?? "Things."))),
      tie("schemas").map((schema) => v.array(generic(schema))),
      entries.map((schema) => v.strictObject(schema as v.ObjectEntries)),
      entries.map((schema) => v.object(schema as v.ObjectEntries)),
      fc.tuple(fc.boolean(), bound).map(([whole, fallback]) => v.optional(whole ? v.pipe(v.number(), v.integer()) : v.number(), fallback)),
      tie("schemas").map((schema) => v.exactOptional(generic(schema))),
    ),
  };
});

test("the library of valibot converts every schema of these parts in the same way", () => {
  checkLaw({ "a key is required": 5, "a default is published": 10 }, [schemas], (schema, met) => {
    const expected = convertedByLibrary(schema);
    met("a key is required", /"required":\["/.test(JSON.stringify(expected)));
    met("a default is published", /"default":/.test(JSON.stringify(expected)));
    expect(jsonSchemaOf(schema)).toEqual({ description: descriptionOf(schema), ...expected });
  });
});

function convertedByLibrary(schema: Schema): object {
  const ignored = ["metadata", "safe_integer", "transform"];
  return toJsonSchemaDefs({ field: schema as v.GenericSchema }, { typeMode: "input", ignoreActions: ignored }).field;
}

test("a value of one of several schemas is any of them", () => {
  expect(jsonSchemaOf(v.union([v.string(), v.pipe(v.array(v.string()), v.nonEmpty())]))).toEqual({
    description: "",
    anyOf: [{ type: "string" }, { type: "array", items: { type: "string" }, minItems: 1 }],
  });
});
