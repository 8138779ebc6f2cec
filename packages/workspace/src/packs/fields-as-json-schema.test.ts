import { descriptionOf, type Field, jsonSchemaOf, packSettings } from "@lambda-vpc/policy-kit";
import { beforeAll, expect, test } from "@jest/globals";
import { toJsonSchemaDefs } from "@valibot/to-json-schema";
import { join } from "node:path";
import type * as v from "valibot";
import { loadPacks } from "./load-packs";

let fields: readonly (readonly [name: string, field: Field])[] = [];

beforeAll(async () => {
  const packs = await loadPacks(join(__dirname, "../../../.."));
  const configured = [...packs.flatMap(({ pack }) => pack.policies), ...packSettings];
  fields = configured.flatMap(({ id, config }) => Object.entries(config).map(([key, field]) => [`${id}.${key}`, field] as const));
});

test("the library of valibot converts every field of every pack and setting in the same way", () => {
  expect(fields.length).toBeGreaterThan(50);
  const ours = fields.map(([name, field]) => [name, jsonSchemaOf(field)]);
  const theirs = fields.map(([name, field]) => [name, { description: descriptionOf(field), ...convertedByLibrary(field) }]);
  expect(ours).toEqual(theirs);
});

/** An empty list is left out as a default. */
function convertedByLibrary(field: Field): object {
  const ignored = ["metadata", "safe_integer", "transform"];
  const settings = { typeMode: "input", errorMode: "ignore", ignoreActions: ignored } as const;
  const { default: fallback, ...converted } = toJsonSchemaDefs({ field: field as v.GenericSchema }, settings).field;
  return Array.isArray(fallback) || fallback === undefined ? converted : { ...converted, default: fallback };
}
