import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { isInput, type Fields } from "../schema/field";
import { resourceTypes } from "./index";

/** The names that @pulumi/aws gives a class's inputs and outputs, read from its compiled source: `resourceInputs["name"] = args?.name`. */
function sdkFields(token: string): { readonly inputs: readonly string[]; readonly outputs: readonly string[] } {
  const [, module = ""] = token.split(":");
  const source = readFileSync(require.resolve(`@pulumi/aws/${module}`), "utf8");
  const names = (pattern: RegExp) => [...source.matchAll(pattern)].map(([, name = ""]) => name).sort();
  return {
    inputs: names(/resourceInputs\["(\w+)"\] = (?!undefined|state)/g),
    outputs: names(/resourceInputs\["(\w+)"\] = undefined/g),
  };
}

/** `tagsAll` is an output in the SDK: pulumi-aws gives it to the bridge itself. */
function ourFields(fields: Fields, wanted: boolean): readonly string[] {
  return Object.keys(fields)
    .filter((name) => (name === "tagsAll" ? false : isInput(fields[name] ?? { shape: "string", presence: "computed" })) === wanted)
    .sort();
}

describe.each([...resourceTypes.values()])("$token", ({ token, fields }) => {
  test("has the inputs that @pulumi/aws has", () => {
    expect(ourFields(fields, true)).toEqual(sdkFields(token).inputs);
  });

  test("has the outputs that @pulumi/aws has beside them", () => {
    expect(ourFields(fields, false)).toEqual(sdkFields(token).outputs);
  });
});
