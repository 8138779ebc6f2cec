import { expect, test } from "@jest/globals";
import { toJsonSchema } from "@valibot/to-json-schema";
import Ajv from "ajv";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { differenceDocument, differenceFormats } from "./index";
import { differenceBetween } from "./testing/difference-between";
import { sampleAfter, sampleBefore } from "./testing/sample-difference";

const file = join(__dirname, "../difference.schema.json");
const title = "The difference of two moments of a stack by lambda-vpc, version 1";
const generated = { ...toJsonSchema(differenceDocument, { typeMode: "output" }), title };

if (process.env["UPDATE_SCHEMA"] === "true") writeFileSync(file, `${JSON.stringify(generated, undefined, 2)}\n`);

const published: unknown = JSON.parse(readFileSync(file, "utf8"));

test("the published schema is that of the document; UPDATE_SCHEMA=true writes it", () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(generated)));
});

const document = differenceBetween(sampleBefore, sampleAfter);

test("the format json fits the published schema", () => {
  const validate = new Ajv().compile(published as object);
  expect([validate(JSON.parse(differenceFormats.json.render(document))), validate.errors]).toEqual([true, null]);
});

test.each([
  { sentence: "another version", change: { version: 2 } },
  { sentence: "an unknown key", change: { other: 1 } },
  { sentence: "no list of subnets", change: { subnets: null } },
])("$sentence does not fit the published schema", ({ change }) => {
  expect(new Ajv().compile(published as object)({ ...document, ...change })).toBe(false);
});
