import { expect, test } from "@jest/globals";
import { tagOf, type Tags } from "@lambda-vpc/model";
import { networkOf } from "../testing/network-of";
import { applied, type Input, type Inputs, preview, resource, settled } from "../testing/program";
import { vpc } from "../testing/sample-resources";

const main = vpc("main");
const later = (value: Input): Input => applied([main], value);

function tagsOf(inputs: Inputs, type = "aws:lambda/function:Function", view = preview): Tags | undefined {
  const [found] = networkOf(view([main, resource(type, "orders", inputs)])).functions ?? [];
  return found?.tags;
}

test.each<[string, Inputs, Tags]>([
  ["no tags", {}, { known: {}, unknown: [], hidden: false }],
  ["tags", { tags: { team: "orders" } }, { known: { team: "orders" }, unknown: [], hidden: false }],
  ["default tags of the provider", { tagsAll: { stage: "dev" } }, { known: { stage: "dev" }, unknown: [], hidden: false }],
  [
    "tags and default tags",
    { tags: { team: "orders" }, tagsAll: { team: "orders", stage: "dev" } },
    { known: { team: "orders", stage: "dev" }, unknown: [], hidden: false },
  ],
  [
    "a value that is unknown, which hides default tags",
    { tags: { team: "orders", vpc: later("vpc-1") }, tagsAll: later({}) },
    { known: { team: "orders" }, unknown: ["vpc"], hidden: true },
  ],
  ["tags that are unknown as a whole", { tags: later({ team: "orders" }) }, { known: {}, unknown: [], hidden: true }],
])("%s", (_, inputs, expected) => {
  expect(tagsOf(inputs)).toEqual(expected);
});

test.each<[string, Input, Tags]>([
  ["tags", [{ key: "team", value: "orders" }], { known: { team: "orders" }, unknown: [], hidden: false }],
  ["an unknown value", [{ key: "team", value: later("orders") }], { known: {}, unknown: ["team"], hidden: false }],
  ["an unknown key", [{ key: later("team"), value: "orders" }], { known: {}, unknown: [], hidden: true }],
])("aws-native lists %s", (_, tags, expected) => {
  expect(tagsOf({ tags }, "aws-native:lambda:Function")).toEqual(expected);
});

test("an unknown tag is known after the deployment", () => {
  const tags = tagsOf({ tags: { vpc: later("vpc-1") } }, undefined, settled);
  expect(tags && tagOf(tags, "vpc")).toEqual({ ok: true, value: "vpc-1" });
});
