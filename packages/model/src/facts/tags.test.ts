import { expect, test } from "@jest/globals";
import { type Tags, tagOf } from "./tags";

const tags: Tags = { known: { team: "orders" }, unknown: ["stage"], hidden: false };

test.each<[string, Tags, string, unknown]>([
  ["a known value", tags, "team", { ok: true, value: "orders" }],
  ["an unknown value", tags, "stage", { ok: false, error: "the tag stage is unknown until deployed" }],
  ["a tag that certainly does not exist", tags, "owner", { ok: true, value: undefined }],
  ["a tag that may exist", { ...tags, hidden: true }, "owner", { ok: false, error: "the tag owner is unknown until deployed" }],
  ["a known value next to hidden tags", { ...tags, hidden: true }, "team", { ok: true, value: "orders" }],
  ["a key that every object inherits", tags, "toString", { ok: true, value: undefined }],
])("%s", (_, given, key, expected) => {
  expect(tagOf(given, key)).toEqual(expected);
});
