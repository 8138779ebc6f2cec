import { describe, expect, test } from "@jest/globals";
import { assemblePack, type PackOptions, PackOptionsError } from "./assemble-pack";
import { integer } from "../configuration/configuration";
import { definePolicy } from "../policy/define-policy";
import type { Pack } from "./policy-pack";

const data = { title: "Things are few.", severity: "low", level: "advisory" } as const;
const fewThings = definePolicy({
  ...{ ...data, id: "few-things", strict: { level: "mandatory", config: { max: 2 } } },
  config: { max: integer({ description: "Most things.", default: 5, minimum: 1 }) },
  check: () => [],
});
const otherThings = definePolicy({ ...data, id: "other-things", config: {}, check: () => [] });
const pack = { name: "pack", description: "A pack.", policies: [fewThings, otherThings] } as const satisfies Pack;
const assemble = (options?: PackOptions<typeof pack>) => assemblePack(pack, options);

describe("a pack assembled in code", () => {
  test("without options is every policy as it comes", () => {
    expect(assemble()).toEqual({ name: "pack", description: "A pack.", policies: [fewThings, otherThings], configuration: {} });
  });

  test("takes a level for all, and a level and keys for one", () => {
    const { configuration } = assemble({ all: "advisory", fewThings: { level: "mandatory", max: 2 }, otherThings: "disabled" });
    expect(configuration).toEqual({
      all: "advisory",
      "few-things": { enforcementLevel: "mandatory", max: 2 },
      "other-things": { enforcementLevel: "disabled" },
    });
  });

  test("strict sets what the policies' data call strict, and what is set besides goes before it", () => {
    expect(assemble({ preset: "strict" }).configuration).toEqual({ "few-things": { enforcementLevel: "mandatory", max: 2 } });
    expect(assemble({ preset: "strict", all: "advisory", fewThings: { max: 3 } }).configuration).toEqual({
      all: "advisory",
      "few-things": { max: 3 },
    });
  });

  test("takes waivers and policies of one's own", () => {
    const own = definePolicy({ ...data, id: "own", config: {}, check: () => [] });
    const waiver = { policy: "own", pattern: "*", reason: "moving out", expires: "2027-01-31" };
    const { policies, configuration } = assemble({ policies: [own], waivers: [waiver] });
    expect(policies).toContain(own);
    expect(configuration).toEqual({ waivers: { enforcementLevel: "advisory", entries: [waiver] } });
  });

  test("takes what the account holds, at the level of its setting", () => {
    const inventory = { subnets: [{ id: "subnet-0123456789abcdef0", vpcId: "vpc-0123456789abcdef0" }] };
    expect(assemble({ inventory }).configuration).toEqual({ inventory: { enforcementLevel: "advisory", ...inventory } });
  });

  test("takes a waiver of a policy under a former id, which a preview tells", () => {
    const own = definePolicy({ ...data, id: "own", formerly: ["mine"], config: {}, check: () => [] });
    const waiver = { policy: "mine", pattern: "*", reason: "moving out", expires: "2027-01-31" };
    expect(assemble({ policies: [own], waivers: [waiver] }).configuration).toMatchObject({ waivers: { entries: [waiver] } });
  });
});

test("wrong names do not compile", () => {
  // @ts-expect-error -- the policy is called fewThings
  expect(() => assemble({ fewThing: "advisory" })).toThrow();
  // @ts-expect-error -- the key is called max
  expect(() => assemble({ fewThings: { maxx: 2 } })).toThrow();
});

test("policies of one's own keep their level, whatever all others have", () => {
  const own = definePolicy({ ...data, id: "own", config: {}, check: () => [] });
  expect(assemble({ all: "disabled", policies: [own] }).configuration).toEqual({ all: "disabled", own: { enforcementLevel: "advisory" } });
});

describe("a mistake stops the assembly and is told with the fix:", () => {
  const rows: readonly { sentence: string; options: object; says: string }[] = [
    { sentence: "a misspelt policy", options: { fewThing: "advisory" }, says: 'fewThing: Unknown option. Did you mean "fewThings"' },
    {
      sentence: "a misspelt key",
      options: { fewThings: { maxx: 2 } },
      says: 'few-things: Unknown key "maxx". Did you mean "max"',
    },
    { sentence: "a misspelt level", options: { all: "manditory" }, says: 'all: Unknown level "manditory". Did you mean "mandatory"' },
    { sentence: "a value of another type", options: { fewThings: { max: "2" } }, says: 'few-things: "max" is "2"' },
    {
      sentence: "a waiver of no policy",
      options: { waivers: [{ policy: "x", pattern: "*", reason: "r", expires: "2027-01-31" }] },
      says: 'names the unknown policy "x"',
    },
    {
      sentence: "two policies of one id",
      options: { policies: [otherThings] },
      says: "other-things: Two policies have this id. Give your policy another id.",
    },
  ];

  test.each(rows)("$sentence", ({ options, says }) => {
    expect(() => assemble(options)).toThrow(PackOptionsError);
    expect(() => assemble(options)).toThrow(says);
  });
});
