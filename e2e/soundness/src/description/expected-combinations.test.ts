import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { arbitraryDescription } from "./arbitrary-description";
import { claimsOf } from "./claims";
import { attachedFunctions, holdings, namesIn } from "./expected-combinations";
import { sourceText } from "./source-text";

test("every program asks only for what AWS accepts: 1 to 16 subnets and 1 to 5 groups a function", () => {
  checkLaw({ "functions are in a VPC": 60 }, [arbitraryDescription()], ({ first, second }, met) => {
    met("functions are in a VPC", attachedFunctions(first).length > 1);
    for (const version of [first, second])
      for (const { attachment } of attachedFunctions(version)) {
        const [subnets, groups] = [
          new Set(namesIn(version, attachment.subnets, "subnet")),
          new Set(namesIn(version, attachment.groups, "group")),
        ];
        expect(subnets.size).toBeGreaterThanOrEqual(1);
        expect(subnets.size).toBeLessThanOrEqual(16);
        expect(groups.size).toBeGreaterThanOrEqual(1);
        expect(groups.size).toBeLessThanOrEqual(5);
      }
  });
});

test("every program is JavaScript", () => {
  fc.assert(fc.property(arbitraryDescription(), ({ first, second }) => [first, second].every((version) => parses(sourceText(version)))));
});

test("what one VPC holds is never more than what the stack holds", () => {
  fc.assert(
    fc.property(arbitraryDescription(), ({ second }) => {
      const { combinations, inOneVpc, setsInOneVpc } = holdings(second);
      return inOneVpc <= combinations && setsInOneVpc <= inOneVpc;
    }),
  );
});

test("programs of every dialect are drawn: exact ones, others that keep assumption S, and some that break it", () => {
  const drawn = fc.sample(arbitraryDescription(), { seed: 1, numRuns: 100 }).map(({ first }) => claimsOf(first, undefined));
  const exact = drawn.filter(({ exactStack }) => exactStack).length;
  const breaking = drawn.filter(({ broken }) => broken.length > 0).length;
  expect(exact).toBeGreaterThan(20);
  expect(breaking).toBeGreaterThan(10);
  expect(100 - exact - breaking).toBeGreaterThan(20);
});

function parses(text: string): boolean {
  return typeof new Function("require", text) === "function";
}
