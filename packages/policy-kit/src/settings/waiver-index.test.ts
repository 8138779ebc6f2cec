import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { byHand } from "../fix/fix";
import type { Finding } from "../findings/finding";
import { touches, type Waivable, type Waiver } from "./waiver";
import { WaiverIndex } from "./waiver-index";

const urn = (name: string, stack = "dev"): string => `urn:pulumi:${stack}::shop::t::${name}`;

function waivable(subject: string, about?: readonly string[]): Waivable {
  const finding: Finding = {
    ...{ verdict: "violation", subject, what: "w", why: "y", fix: byHand("f", "r"), basis: "known" },
    ...(about === undefined ? {} : { about }),
  };
  return { policy: "p", finding, stack: "shop/dev" };
}

function waiver(terms: Partial<Waiver>): Waiver {
  return { policy: "p", reason: "r", expires: "2099-01-01", ...terms };
}

const names = fc.constantFrom("a", "b", "a::b", "ab");
const keys = fc.oneof(
  names.map((name) => urn(name)),
  names.map((name) => urn(name, "prod")),
  fc.constantFrom("sg-1", "sg-2"),
);
const patterns = fc.constantFrom(
  "*",
  "*::a",
  "urn:pulumi:*::b",
  "*a*b",
  "sg-*",
  "*::a::b",
  "urn:pulumi:dev::shop::t::a",
  "urn:pulumi:dev::*",
);
const waivers = fc.array(
  fc.record(
    {
      subject: fc.oneof(keys, fc.array(keys, { minLength: 1, maxLength: 2 })),
      pattern: patterns,
      stacks: fc.constantFrom(["shop/dev"], ["shop/*"], ["shop/prod"]),
      policy: fc.constantFrom("p", "q"),
    },
    { requiredKeys: ["policy"] },
  ),
  { maxLength: 6 },
);

test("every waiver that is about a finding or a part of it is near it, in order", () => {
  checkLaw(
    { "a waiver is about it": 30, "a waiver is not near": 50 },
    [waivers, keys, fc.option(fc.array(keys, { maxLength: 2 }), { nil: undefined })],
    (terms, subject, about, met) => {
      const [all, one] = [terms.map(waiver), waivable(subject, about)];
      const near = new WaiverIndex(all).near(one);
      const touching = all.filter((each) => touches(each, one));
      met("a waiver is about it", touching.length > 0);
      met("a waiver is not near", near.length < all.length);
      expect(near.filter((each) => touches(each, one))).toEqual(touching);
    },
  );
});

test("of 100,000 waivers, few are compared with a finding, and each finding costs the same", () => {
  const index = new WaiverIndex(
    Array.from({ length: 100_000 }, (_, number) =>
      waiver(number % 2 === 0 ? { subject: urn(`f${number}`), stacks: ["shop/dev"] } : { pattern: `*a*a*a*::f${number}` }),
    ),
  );
  for (const number of [0, 1, 50_000, 99_999]) expect(index.near(waivable(urn(`f${number}`)))).toHaveLength(1);
});
