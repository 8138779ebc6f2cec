import { describe, expect, test } from "@jest/globals";
import { definePolicy } from "../policy/define-policy";
import { isPack } from "./is-pack";

const policy = definePolicy({
  id: "few-things",
  title: "Things are few.",
  severity: "low",
  level: "advisory",
  config: {},
  check: () => [],
});
const pack = { name: "pack", description: "A pack.", policies: [policy] };

describe("among the exports of a module", () => {
  test.each<{ sentence: string; value: unknown }>([
    { sentence: "a pack with a policy", value: pack },
    { sentence: "a pack without policies", value: { ...pack, policies: [] } },
  ])("$sentence is a pack", ({ value }) => expect(isPack(value)).toBe(true));

  test.each<{ sentence: string; value: unknown }>([
    { sentence: "nothing", value: undefined },
    { sentence: "a text", value: "pack" },
    { sentence: "a policy", value: policy },
    { sentence: "a pack without a name", value: { policies: [policy] } },
    { sentence: "a pack whose name is a number", value: { ...pack, name: 7 } },
    { sentence: "a pack without a list of policies", value: { name: "pack", policies: policy } },
    { sentence: "a list with one thing that is no policy", value: { ...pack, policies: [policy, "few-things"] } },
    { sentence: "a policy without an id", value: { ...pack, policies: [{ ...policy, id: undefined }] } },
    { sentence: "a policy without keys", value: { ...pack, policies: [{ ...policy, config: undefined }] } },
    { sentence: "a policy that cannot be evaluated", value: { ...pack, policies: [{ ...policy, evaluate: {} }] } },
  ])("$sentence is no pack", ({ value }) => expect(isPack(value)).toBe(false));
});
