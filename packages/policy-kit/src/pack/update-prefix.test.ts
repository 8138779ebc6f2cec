import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import type { StackResource } from "@lambda-vpc/sources";
import fc from "fast-check";
import { UpdatePrefix } from "./update-prefix";

function lambda(name: string, group: number): StackResource {
  const type = "aws:lambda/function:Function";
  const inputs = { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: [`sg-${group}`] } };
  return { urn: `urn:pulumi:dev::shop::${type}::${name}`, type, custom: true, inputs, outputs: {}, propertyDependencies: {} };
}

const names = ["a", "b", "c", "d"];
const arrival = fc.record({
  name: fc.constantFrom(...names),
  group: fc.integer({ min: 0, max: 2 }),
  refused: fc.integer({ min: 0, max: 4 }).map((dice) => dice === 0),
});

test("each function counts once, with its last inputs, and one function stands for each network", () => {
  checkLaw(
    { "a function comes again": 60, "functions share a network": 60, "something is refused": 70 },
    [fc.array(arrival, { minLength: 3, maxLength: 16 })],
    (arrivals, met) => {
      const prefix = new UpdatePrefix();
      const expected = new Map<string, StackResource>();
      for (const { name, group, refused } of arrivals) {
        const resource = lambda(name, group);
        met("a function comes again", expected.has(resource.urn));
        met("something is refused", refused);
        prefix.withdraw(resource.urn);
        expected.delete(resource.urn);
        expect(prefix.isKnown(resource)).toBe([...expected.values()].some((one) => groupOf(one) === groupOf(resource)));
        if (!refused) {
          prefix.admit(resource);
          expected.set(resource.urn, resource);
        }
      }
      const groups = [...expected.values()].map(groupOf);
      met("functions share a network", new Set(groups).size < groups.length);
      expect(new Set(prefix.resources)).toEqual(new Set(expected.values()));
      expect(prefix.representatives.map(groupOf).sort()).toEqual([...new Set(groups)].sort());
    },
  );
});

function groupOf({ inputs }: StackResource): string {
  return JSON.stringify(inputs);
}
