import { packArguments } from "@lambda-vpc/policy-kit";
import { fromElsewhere, lambda } from "@lambda-vpc/policy-testing";
import { preview } from "@lambda-vpc/sources/testing";
import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { expect, test } from "@jest/globals";
import { lambdaVpc } from "./index";

/** What the pack prints of functions whose every id comes out of another stack that is not deployed yet, one line a finding. */
function printedOf(functions: number): readonly string[] {
  const names = Array.from({ length: functions }, (_, index) => `function-${index}`);
  const { validated, resources } = preview(
    names.map((name) => lambda(name, { subnets: [fromElsewhere(`subnet-${name}`)], securityGroups: [fromElsewhere(`sg-${name}`)] })),
  );
  const policies = packArguments(lambdaVpc, () => "2026-11-24").policies as (ResourceValidationPolicy & StackValidationPolicy)[];
  const messages: string[] = [];
  for (const { validateResource } of policies)
    for (const one of validated)
      if (typeof validateResource === "function") void validateResource({ ...one, getConfig: () => ({}) } as never, () => undefined);
  for (const { validateStack } of policies)
    void validateStack(
      { resources, getConfig: () => ({}) } as never,
      (({ message }: { message: string }) => messages.push(message)) as never,
    );
  return messages;
}

test("a stack full of stack references prints a handful of lines, however many functions it has", () => {
  const [few, many] = [printedOf(60), printedOf(600)];
  expect(few.length).toBeGreaterThan(0);
  expect(many.length).toBeLessThanOrEqual(5);
  expect(Math.max(...many.map((message) => message.length))).toBeLessThan(800);
  expect(many.every((message) => message.startsWith("undecided"))).toBe(true);
});
