import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { declarations } from "./declarations";
import { documentedDefault } from "./documented-default";
import { fieldCode, objectIn } from "./field-code";
import { importText, patternsOf } from "./identifier-pattern";
import { formatProviderSchema, readProviderSchema } from "./provider-schema";

const committed = readFileSync(join(__dirname, "../../../simulated-aws/data/provider-schema.json"), "utf8");

describe("the schema of the provider", () => {
  test("is what the installed SDK declares; else run `npm run provider-schema`", () => {
    const due = formatProviderSchema(readProviderSchema(require.resolve("@pulumi/aws/package.json")));
    expect(due === committed).toBe(true);
  }, 60_000);

  test("is small: at most 300 kB compressed", () => {
    expect(gzipSync(committed, { level: 9 }).length).toBeLessThan(300_000);
  });
});

const DECLARED = `
export declare class Thing extends pulumi.CustomResource {
  /** Where it is. */
  readonly arn: pulumi.Output<string>;
  /** How many. Defaults to \`3\`. */
  readonly count: pulumi.Output<number | undefined>;
  readonly name: pulumi.Output<string>;
  readonly policy: pulumi.Output<string>;
  readonly parts: pulumi.Output<outputs.things.ThingPart[] | undefined>;
  /** Changing this forces a new resource. */
  readonly kind: pulumi.Output<string>;
  readonly tags: pulumi.Output<{ [key: string]: string } | undefined>;
  readonly code: pulumi.Output<pulumi.asset.Archive | undefined>;
}
export interface ThingArgs {
  count?: pulumi.Input<number | undefined>;
  name?: pulumi.Input<string | undefined>;
  policy?: pulumi.Input<string | inputs.iam.PolicyDocument | undefined>;
  parts?: pulumi.Input<pulumi.Input<inputs.things.ThingPart>[] | undefined>;
  kind: pulumi.Input<string>;
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> } | undefined>;
  code?: pulumi.Input<pulumi.asset.Archive | undefined>;
}`;

test.each([
  ["arn", "string"],
  ["count", "?number = 3"],
  ["name", "~string"],
  ["policy", "~document"],
  ["parts", "?things.ThingPart[]"],
  ["kind", "!string replaces"],
  ["tags", "?map<string>"],
  ["code", "?asset"],
])("the code of %s is %j", (name, code) => {
  const found = declarations("thing.d.ts", DECLARED);
  const output = found.get("Thing")?.find((one) => one.name === name);
  if (output === undefined) throw new Error(`${name} is not declared`);
  expect(fieldCode(output, found.get("ThingArgs")?.find((one) => one.name === name) ?? "none")).toBe(code);
});

test.each([
  ["?things.ThingPart[]", "things.ThingPart"],
  ["~things.Thing replaces", "things.Thing"],
  ["string", undefined],
  ["!map<string>", undefined],
])("the object in %j is %j", (code, object) => {
  expect(objectIn(code)).toBe(object);
});

test.each([
  ["Defaults to `true`.", "boolean", true],
  ["Default is `30`.", "number", 30],
  ["The default for this attribute is 345600 (4 days).", "number", 345600],
  ["Valid values are `BUFFERED` (default) and `RESPONSE_STREAM`.", "string", "BUFFERED"],
  ["The default is `false` unless the source is encrypted.", "boolean", undefined],
  ["Defaults to the Region set in the provider configuration.", "string", undefined],
  ["Defaults to `true`.", "number", undefined],
  ["A default security group.", "string", undefined],
] as const)("the description %j documents for a %s the default %j", (text, type, value) => {
  expect(documentedDefault(text, type)).toBe(value);
});

const using = (sentence: string, example: string) =>
  importText(`Using \`pulumi import\`, import ${sentence}. For example:\n * $ pulumi import aws:a/b:C example ${example}\n`);

test.each([
  ["Topics using the topic ARN", "arn:aws:sns:us-west-2:123456789012:my-topic", ["arn"], "{arn}", "arn:aws:sns:{region}:{account}:{name}"],
  [
    "Connections using the ARN",
    "arn:aws:x:us-west-1:0123:connection/79d4d357-a2ee-41e4-b350-2fe39ae59448",
    ["arn"],
    "{arn}",
    "arn:aws:x:{region}:{account}:connection/{uuid}",
  ],
  ["Queues using the queue `url`", "https://queue.amazonaws.com/8/MyQueue", ["url"], "{url}", undefined],
  [
    "Configs using `functionName` and `qualifier` separated by a comma (`,`)",
    "a,b",
    ["functionName", "qualifier"],
    "{functionName},{qualifier}",
    undefined,
  ],
  ["Volumes using the `id`", "fsvol-543ab12b1ca672f33", ["arn"], "fsvol-0{hex:16}", undefined],
  ["Resources using `REST-API-ID/RESOURCE-ID`", "12345abcde/67890fghij", ["restApi"], undefined, undefined],
  ["Topic policies using the topic ARN", "arn:aws:sns:us-west-2:123456789012:my-topic", ["owner"], undefined, undefined],
])("an import of %s (%s) shows the patterns", (sentence, example, fields, id, arn) => {
  const text = using(sentence, example);
  if (text === undefined) throw new Error("no import");
  expect(patternsOf(text, fields)).toEqual({ ...(id === undefined ? {} : { id }), ...(arn === undefined ? {} : { arn }) });
});
