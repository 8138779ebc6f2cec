import { fromElsewhere, lambda, stack } from "@lambda-vpc/policy-testing";
import { findingsOf } from "@lambda-vpc/policy-testing/matchers";
import { expect, test } from "@jest/globals";
import { lambdaVpc } from "./index";

const switchedOn = lambdaVpc.policies.filter(({ level }) => level !== "disabled");

/** What the pack prints of functions whose every id comes out of another stack that is not deployed yet. */
function printedOf(functions: number): readonly string[] {
  const names = Array.from({ length: functions }, (_, index) => `function-${index}`);
  const service = stack(
    names.map((name) => {
      const subnets = ["a", "b"].map((zone) => fromElsewhere(`subnet-${name}-${zone}`));
      return lambda(name, { subnets, securityGroups: [fromElsewhere(`sg-${name}`)] });
    }),
  );
  return switchedOn.flatMap((policy) => findingsOf(policy, service).map(({ message }) => message));
}

test("a stack full of stack references prints a handful of lines, however many functions it has", () => {
  const [few, many] = [printedOf(60), printedOf(600)];
  expect(few.length).toBeGreaterThan(0);
  expect(many.length).toBeLessThanOrEqual(6);
  expect(Math.max(...many.map((message) => message.length))).toBeLessThan(800);
  expect(many.every((message) => message.startsWith("undecided"))).toBe(true);
});
