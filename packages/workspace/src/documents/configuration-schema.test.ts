import { expect, test } from "@jest/globals";
import { configurationSchema } from "./configuration-schema";
import { fewFunctions, samplePack } from "../testing/sample-pack";

test("the settings that every pack has are configured like policies", () => {
  expect(configurationSchema(samplePack)).toHaveProperty("properties.waivers.anyOf.1.properties.entries.type", "array");
});

test("a policy takes a level or an object of its keys, no others, and the default of each is shown", () => {
  expect(configurationSchema(samplePack)).toMatchObject({
    additionalProperties: false,
    properties: {
      all: { enum: ["advisory", "mandatory", "remediate", "disabled"] },
      "few-functions": {
        description: "A stack has few functions in a VPC.",
        anyOf: [
          { default: "advisory" },
          {
            additionalProperties: false,
            properties: {
              enforcementLevel: { default: "advisory" },
              max: { type: "integer", default: 50, minimum: 1 },
              onUndecided: { enum: ["advisory", "mandatory"] },
            },
          },
        ],
      },
    },
  });
});

test("a policy that is deprecated is configured as ever, and marked", () => {
  const schema = configurationSchema({ ...samplePack, policies: [{ ...fewFunctions, deprecated: true }] });
  expect(schema).toMatchObject({
    properties: { "few-functions": { deprecated: true, anyOf: [{}, { properties: { max: { default: 50 } } }] } },
  });
});

test("a policy is configured under a former id too, which is marked as deprecated", () => {
  const schema = configurationSchema({ ...samplePack, policies: [{ ...fewFunctions, formerly: ["small-stack"] }] });
  expect(schema).toMatchObject({
    properties: {
      "small-stack": {
        deprecated: true,
        description: "Renamed to few-functions.",
        anyOf: [{}, { properties: { max: { default: 50 } } }],
      },
    },
  });
});
