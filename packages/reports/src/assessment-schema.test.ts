import { expect, test } from "@jest/globals";
import { toJsonSchema } from "@valibot/to-json-schema";
import Ajv from "ajv";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assessmentDocument, DOCUMENT_VERSION, formats } from "./index";
import { documentOf } from "./testing/document-of";
import { resourcesOf } from "./testing/sample-stack";

const file = join(__dirname, "../assessment.schema.json");
const title = `An assessment of a stack by lambda-vpc, version ${DOCUMENT_VERSION}`;
const generated = { ...toJsonSchema(assessmentDocument, { typeMode: "output" }), title };

if (process.env["UPDATE_SCHEMA"] === "true") writeFileSync(file, `${JSON.stringify(generated, undefined, 2)}\n`);

const published: unknown = JSON.parse(readFileSync(file, "utf8"));

test("the published schema is that of the document; UPDATE_SCHEMA=true writes it", () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(generated)));
});

const document = documentOf(
  resourcesOf({ functions: { orders: { group: 0, subnets: [0] }, users: { group: 1, subnets: [0, 1], unknown: true } }, prefixLength: 28 }),
);

test("the format json fits the published schema", () => {
  const validate = new Ajv().compile(published as object);
  expect([validate(JSON.parse(formats.json.render(document))), validate.errors]).toEqual([true, null]);
});

test.each([
  { sentence: "another version", change: { version: DOCUMENT_VERSION + 1 } },
  { sentence: "a number that is a text", change: { summary: { ...document.summary, mandatory: "1" } } },
  { sentence: "an unknown key", change: { other: 1 } },
])("$sentence does not fit the published schema", ({ change }) => {
  expect(new Ajv().compile(published as object)({ ...document, ...change })).toBe(false);
});
