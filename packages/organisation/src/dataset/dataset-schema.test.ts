import { expect, test } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { partitions, SCHEMA_VERSION, tables } from "./tables";

const file = join(__dirname, "../../dataset.schema.json");
const schema = { title: `A dataset of lambda-vpc organisation, version ${SCHEMA_VERSION}`, version: SCHEMA_VERSION, partitions, tables };

if (process.env["UPDATE_SCHEMA"] === "true") writeFileSync(file, `${JSON.stringify(schema, undefined, 2)}\n`);

test("the published schema has the tables that a dataset has; UPDATE_SCHEMA=true writes it", () => {
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
});

test("the documentation has each table with all its columns", () => {
  const page = readFileSync(join(__dirname, "../../../../docs/organisation.md"), "utf8");
  const listed = [...page.matchAll(/^\| `(\w+)` +\| (.+?) +\|$/gm)].map(([, table, columns = ""]) => [
    table,
    [...columns.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  ]);
  const expected = Object.entries(tables).map(([table, { columns }]) => [table, Object.keys(columns)]);
  expect(Object.fromEntries(listed.filter(([table]) => String(table) in tables))).toEqual(Object.fromEntries(expected));
});
