import { expect, test } from "@jest/globals";
import { readDeletedFirst } from "./deleted-first";
import type { StackResource } from "./stack-resource";
import { UNKNOWN } from "./value";

const group = (inputs: StackResource["inputs"], others: Partial<StackResource> = {}): StackResource => ({
  urn: "urn:pulumi:dev::shop::aws:ec2/securityGroup:SecurityGroup::api",
  type: "aws:ec2/securityGroup:SecurityGroup",
  custom: true,
  ...(inputs === undefined ? {} : { inputs }),
  outputs: {},
  propertyDependencies: {},
  ...others,
});

test.each<readonly [sentence: string, resource: StackResource, reasons: readonly string[] | undefined]>([
  ["without a name and an option: no reason", group({}), undefined],
  ["a written name", group({ name: "api-functions" }), ["name"]],
  ["a name that is unknown until the deployment", group({ name: UNKNOWN }), ["name"]],
  ["a generated name", group({ name: "api-1a2b3c4" }), undefined],
  ["a name of another form, which a file lists as generated", group({ name: "api-xyz", __defaults: ["name"] }), undefined],
  ["a name of the generated form, which a file does not list", group({ name: "api-1a2b3c4", __defaults: ["description"] }), ["name"]],
  ["no name, in a file", group({ __defaults: ["description"] }), undefined],
  ["a name without a list of what was generated", group({ name: "api", __defaults: [] }), ["name"]],
  ["planned outputs alone", group(undefined, { outputs: { name: "api" } }), ["name"]],
  ["planned outputs alone, with a prefix", group(undefined, { outputs: { name: "api20241130", namePrefix: "api" } }), undefined],
  ["planned outputs alone, with an empty prefix", group(undefined, { outputs: { name: "api", namePrefix: "" } }), ["name"]],
  ["the option", group({}, { deleteBeforeReplace: true }), ["deleteBeforeReplace"]],
  ["both", group({ name: "api" }, { deleteBeforeReplace: true }), ["name", "deleteBeforeReplace"]],
])("%s", (_, resource, reasons) => {
  expect(readDeletedFirst(resource)).toEqual(reasons === undefined ? {} : { deletedFirst: reasons });
});
