import { describe, expect, test } from "@jest/globals";
import { Dependencies } from "./dependencies";
import { Stack } from "./stack";
import { applied, component, idOf, madeAfter, preview, type Resource, resource, urnOf } from "../testing/program";
import { readPolicyResources, SeenInputs } from "../views/policy-resources";

const own = resource("aws:iam/role:Role", "functions");
const arn = applied([own], "arn:aws:iam::123456789012:role/functions");
const orders = resource("aws:lambda/function:Function", "orders", { role: arn });

function attachment(parent?: Resource): Resource {
  return resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "attachment", { role: idOf(own) }, parent);
}

/** Whether the function is a dependant of the attachment. */
function dependsOnAttachment(...program: readonly Resource[]): boolean {
  const attached = program.find(({ name }) => name === "attachment") ?? own;
  const stack = new Stack(readPolicyResources(preview(program).resources, new SeenInputs()));
  const user = program.find(({ name }) => name === "orders") ?? orders;
  return new Dependencies(stack).of(urnOf(user)).has(urnOf(attached));
}

describe("a function is a dependant of an attachment", () => {
  const attached = attachment();
  const between = madeAfter(resource("random:index/thing:Thing", "between"), attached);
  const holder = component("shop:index:Holder", "holder");
  const outer = component("shop:index:Outer", "outer");
  const inner = component("shop:index:Holder", "inner", outer);
  const ofBoth = resource("aws:lambda/function:Function", "orders", { role: applied([own, attached], "arn") });

  test.each<{ sentence: string; program: readonly Resource[] }>([
    { sentence: "by dependsOn", program: [own, attached, madeAfter(orders, attached)] },
    { sentence: "through another resource", program: [own, attached, between, madeAfter(orders, between)] },
    { sentence: "by a property that takes an output of both", program: [own, attached, ofBoth] },
    { sentence: "by depending on a component that contains it", program: [own, holder, attachment(holder), madeAfter(orders, holder)] },
    {
      sentence: "by depending on a component that contains its component",
      program: [own, outer, inner, attachment(inner), madeAfter(orders, outer)],
    },
    { sentence: "by being its child", program: [own, attached, { ...orders, parent: attached }] },
  ])("$sentence", ({ program }) => {
    expect(dependsOnAttachment(...program)).toBe(true);
  });

  test("not without an order", () => {
    expect(dependsOnAttachment(own, attached, orders)).toBe(false);
  });

  test("not by being in one component with it", () => {
    expect(dependsOnAttachment(own, holder, attachment(holder), { ...orders, parent: holder })).toBe(false);
  });
});

test("nothing depends on itself, also in a cycle of a broken state file", () => {
  const [first, second] = [resource("x:y:Z", "first"), resource("x:y:Z", "second")];
  const cycle = [madeAfter(first, second), madeAfter(second, first)];
  const dependencies = new Dependencies(new Stack(readPolicyResources(preview(cycle).resources, new SeenInputs())));
  expect([...dependencies.of(urnOf(first))]).toEqual([urnOf(second)]);
});
