import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { components } from "../components";
import { inferSchema } from "./infer-schema";
import { schemaDifferences } from "./schema-differences";

const folder = join(__dirname, "../..");
const committed = JSON.parse(readFileSync(join(folder, "schema.json"), "utf8")) as Schema;

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly inputProperties?: Readonly<Record<string, Described>>;
}

interface Schema {
  readonly resources: Readonly<Record<string, Described>>;
  readonly types?: Readonly<Record<string, Described>>;
}

test("schema.json is what the sources say, and a change is accepted by whoever reads it", () => {
  const differences = schemaDifferences(committed, inferSchema(folder));
  const sentence =
    differences.length === 0
      ? ""
      : `schema.json, which programs of every language are made from, is not what the sources say, at ${differences.slice(0, 5).join(", ")}` +
        `${differences.length > 5 ? ` and ${differences.length - 5} more` : ""}: run npm run schema -w @lambda-vpc/components, read what changes, and commit it.`;
  expect(sentence).toBe("");
}, 60_000);

test("it has every component that the host makes, and no other", () => {
  expect(Object.keys(committed.resources).sort()).toEqual([...components.keys()].sort());
});

test("nothing in it is without a description", () => {
  const silent = [...Object.entries(committed.resources), ...Object.entries(committed.types ?? {})].flatMap(([name, described]) => [
    ...(said(described) ? [] : [name]),
    ...Object.entries({ ...described.inputProperties, ...described.properties }).flatMap(([property, of]) =>
      said(of) ? [] : [`${name}.${property}`],
    ),
  ]);
  expect(silent).toEqual([]);
});

function said({ description = "" }: Described): boolean {
  return description !== "";
}
