import { describe, expect, test } from "@jest/globals";
import { auditAccount, whatHolds } from "@lambda-vpc/model";
import { toJsonSchema } from "@valibot/to-json-schema";
import Ajv from "ajv";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { auditDocument, auditFormats, deletionDocument, deletionFormats, describeAudits, describeDeletion } from "./index";
import { partialReading, sampleReading } from "./testing/sample-reading";

const version = { version: "0.1.0" };
const audits = [sampleReading, partialReading].map((reading) => describeAudits([auditAccount(reading, { tag: "team" })], version));
const answers = [sampleReading, partialReading].flatMap((reading) =>
  ["eni-1", "eni-5", "eni-6", "sg-1", "sg-4", "subnet-1"].flatMap((id) => {
    const audit = auditAccount(reading);
    const answer = whatHolds(audit, id);
    return answer.ok ? [describeDeletion(answer.value, audit, version)] : [];
  }),
);

describe.each([
  {
    file: "audit.schema.json",
    title: "An audit of AWS accounts by lambda-vpc, version 1",
    schema: toJsonSchema(auditDocument, { typeMode: "output" }),
    texts: audits.map((document) => auditFormats.json.render(document)),
  },
  {
    file: "deletion.schema.json",
    title: "What holds a resource, by lambda-vpc, version 1",
    schema: toJsonSchema(deletionDocument, { typeMode: "output" }),
    texts: answers.map((document) => deletionFormats.json(document)),
  },
])("$file", ({ file, title, schema, texts }) => {
  const path = join(__dirname, "..", file);
  const generated = { ...schema, title };
  if (process.env["UPDATE_SCHEMA"] === "true") writeFileSync(path, `${JSON.stringify(generated, undefined, 2)}\n`);
  const published: unknown = JSON.parse(readFileSync(path, "utf8"));

  test("is the schema of the document; UPDATE_SCHEMA=true writes it", () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(generated)));
  });

  test("the format json fits it", () => {
    const validate = new Ajv().compile(published as object);
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
  });

  test("another version and an unknown key do not fit it", () => {
    const validate = new Ajv().compile(published as object);
    const [text = "{}"] = texts;
    for (const change of [{ version: 9 }, { other: 1 }]) expect(validate({ ...(JSON.parse(text) as object), ...change })).toBe(false);
  });
});
