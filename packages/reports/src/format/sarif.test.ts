import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import Ajv from "ajv";
import { readFileSync } from "node:fs";
import { documentOf } from "../testing/document-of";
import { arbitraryStack, resourcesOf } from "../testing/sample-stack";
import { sarif } from "./sarif";
import type { FormatOptions } from "./text";

/** The schema of SARIF 2.1.0 by OASIS, as @microsoft/jest-sarif contains it (docs/decisions/0027-one-assessment-many-formats.md). */
const schema = JSON.parse(readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8")) as object;
const ajv = new Ajv({ schemaId: "auto", unknownFormats: "ignore" });
ajv.addMetaSchema(JSON.parse(readFileSync(require.resolve("ajv/lib/refs/json-schema-draft-04.json"), "utf8")) as object);
const validate = ajv.compile(schema);

interface Log {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly level: string;
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: { readonly startLine: number } };
      }[];
    }[];
  }[];
}

const resultsOf = (log: string) => (JSON.parse(log) as Log).runs.flatMap(({ results }) => results);

test("a log fits the schema of OASIS, with each finding once", () => {
  checkLaw(
    { "something was found": 50 },
    [arbitraryStack],
    (stack, met) => {
      const document = documentOf(resourcesOf(stack));
      const log = sarif(document, { folder: "infra/shop" });
      met("something was found", document.findings.length > 0);
      expect([validate(JSON.parse(log)), validate.errors]).toEqual([true, null]);
      const results = resultsOf(log);
      expect(results).toHaveLength(document.findings.length);
      expect(results.filter(({ level }) => level === "error")).toHaveLength(document.summary.mandatory);
    },
    { numRuns: 30 },
  );
});

test("a log that lacks a required part does not fit the schema", () => {
  expect(validate({ version: "2.1.0", runs: [{}] })).toBe(false);
});

const stack = { functions: { orders: { group: 0, subnets: [0] }, users: { group: 1, subnets: [0] } }, prefixLength: 26 };

test("a finding is at the line of its resource, and its fingerprint survives when lines move", () => {
  const [before, after] = [0, 40].map((lines) => resultsOf(sarif(documentOf(resourcesOf(stack, lines)), { folder: "./infra" })));
  const places = (before ?? []).map(({ locations }) => locations[0]?.physicalLocation);
  expect(places).toContainEqual(
    expect.objectContaining({
      artifactLocation: { uri: "infra/src/my%20stack.ts", uriBaseId: "%SRCROOT%" },
      region: { startLine: 20, startColumn: 3 },
    }),
  );
  expect(after?.map((one) => one.partialFingerprints)).toEqual(before?.map((one) => one.partialFingerprints));
  expect(after).not.toEqual(before);
  const fingerprints = (before ?? []).map((one) => one.partialFingerprints["lambdaVpc/v1"]);
  expect(new Set(fingerprints).size).toBe(before?.length);
});

test("a finding about a resource without a position is at Pulumi.yaml", () => {
  const { findings, ...rest } = documentOf(resourcesOf(stack));
  const document = { ...rest, findings: findings.map((finding) => ({ ...finding, position: null })) };
  const uris = (options: FormatOptions) =>
    resultsOf(sarif(document, options)).map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri);
  expect(new Set(uris({}))).toEqual(new Set(["Pulumi.yaml"]));
  expect(new Set(uris({ folder: "infra/my shop", projectFile: "Pulumi.yml" }))).toEqual(new Set(["infra/my%20shop/Pulumi.yml"]));
});

test("a file next to the folder of the program has its path in the repository", () => {
  const { findings, ...rest } = documentOf(resourcesOf(stack));
  const position = { file: "../../libraries/network.ts", line: 3, column: 1 };
  const document = { ...rest, findings: findings.map((finding) => ({ ...finding, position })) };
  const uris = resultsOf(sarif(document, { folder: "stacks/shop" })).map(
    ({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri,
  );
  expect(new Set(uris)).toEqual(new Set(["libraries/network.ts"]));
});
