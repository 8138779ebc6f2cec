import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { SharedValues } from "./shared-values";

const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("sg-1", "subnet-1", "__proto__", "a", "b"));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.constantFrom(null, true, false, 0, -0, 1, 1.5, "1", "true", "", [], {}),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(text, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const copied = (one: unknown): unknown => JSON.parse(JSON.stringify(one));

test("a shared value equals the value, whatever was shared before it", () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 8 }), (values) => {
      const shared = new SharedValues();
      expect(values.map((one) => shared.of(copied(one)))).toEqual(values.map(copied));
    }),
    { numRuns: 500 },
  );
});

test("equal lists and objects are one, whatever they are in", () => {
  const shared = new SharedValues();
  const vpcConfig = { subnetIds: ["subnet-1", "subnet-2"], securityGroupIds: ["sg-1"] };
  const resource = shared.of({ inputs: { vpcConfig: copied(vpcConfig) }, outputs: { vpcConfig: copied(vpcConfig), id: "orders" } });
  const { inputs, outputs } = resource as Record<"inputs" | "outputs", { readonly vpcConfig: unknown }>;
  expect(outputs.vpcConfig).toBe(inputs.vpcConfig);
  expect(shared.of(copied(vpcConfig))).toBe(inputs.vpcConfig);
});
