import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { jsonSchemaOf, levels } from "@lambda-vpc/policy-kit";
import { eniConsolidation } from "./index";

const read = (path: string): string => readFileSync(join(__dirname, "..", path), "utf8");
const json = (path: string): unknown => JSON.parse(read(path));

test.each(eniConsolidation.policies)(
  "$id has the title, the severity, the level and the keys of its page and of the JSON schema",
  (policy) => {
    const { id, title, severity, level, config } = policy;
    const keys = Object.fromEntries(Object.entries(config).map(([key, field]) => [key, jsonSchemaOf(field)]));
    const enforcementLevel = { enum: levels, default: level };
    const schema = json("configuration.schema.json");
    expect(schema).toHaveProperty(["properties", id, "description"], title);
    expect(schema).toHaveProperty(["properties", id, "anyOf", "1", "properties"], { enforcementLevel, ...keys });
    expect(`\n${read(`src/${id}.md`)}`).toContain(`\n**${title}** Severity ${severity}, level ${level}.`);
  },
);

test("the preset strict sets the levels of its file", () => {
  const strict = Object.fromEntries(eniConsolidation.policies.map((policy) => [policy.id, policy.strict?.level ?? policy.level]));
  expect(json("presets/strict.json")).toEqual(strict);
});

test("the pack has the name and the description of its files", () => {
  const { name, description } = eniConsolidation;
  expect(json("configuration.schema.json")).toMatchObject({ title: `Configuration of ${name}` });
  expect(read("PulumiPolicy.yaml")).toContain(`description: "${description}"`);
});
