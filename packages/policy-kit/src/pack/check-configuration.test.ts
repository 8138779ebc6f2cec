import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { problemLine } from "./assemble-pack";
import { checkConfiguration } from "./check-configuration";
import { integer } from "../configuration/configuration";
import { definePolicy } from "../policy/define-policy";
import type { Pack } from "./policy-pack";

const policy = definePolicy({
  ...{ id: "few-things", formerly: ["few-items"], title: "Things are few.", severity: "low", level: "mandatory" },
  config: { max: integer({ description: "Most things.", default: 5, minimum: 1 }) },
  check: () => [],
});
const pack: Pack = { name: "pack", description: "A pack.", policies: [policy] };
const today = "2026-11-24";
const waiver = { policy: "few-things", pattern: "*", reason: "moving out", expires: "2026-12-31" };

const rows: readonly { sentence: string; file: unknown; says: readonly string[] }[] = [
  { sentence: "an empty configuration: nothing is reported", file: {}, says: [] },
  { sentence: "a level: nothing is reported", file: { all: "advisory", "few-things": "mandatory" }, says: [] },
  {
    sentence: "keys with or without a level: nothing is reported",
    file: { "few-things": { max: 3, enforcementLevel: "advisory" } },
    says: [],
  },
  { sentence: "a list", file: [], says: ['The configuration is not a JSON object. Write { "POLICY": "LEVEL" }'] },
  {
    sentence: "a policy under a former id, which applies and is reported",
    file: { "few-items": { max: 3 } },
    says: ["few-items: Renamed to few-things. Use the new name."],
  },
  {
    sentence: "a policy under a former id, with a mistake in its keys",
    file: { "few-items": { max: 0 } },
    says: ["few-items: Renamed to few-things", 'few-things: "max" is 0'],
  },
  {
    sentence: "a waiver of a former id, which applies and is reported",
    file: { waivers: { entries: [{ ...waiver, policy: "few-items" }] } },
    says: ["few-items: Renamed to few-things"],
  },
  {
    sentence: "a misspelt policy",
    file: { "few-thing": "mandatory" },
    says: ['few-thing: Unknown policy. Did you mean "few-things"'],
  },
  {
    sentence: "a misspelt level",
    file: { "few-things": "manditory" },
    says: ['few-things: Unknown level "manditory". Did you mean "mandatory"'],
  },
  {
    sentence: "a level that is a switch",
    file: { "few-things": true },
    says: ["few-things: Unknown level true. Expected one of advisory"],
  },
  {
    sentence: "a misspelt level among keys",
    file: { "few-things": { enforcementLevel: "error" } },
    says: ['few-things: Unknown level "error"'],
  },
  { sentence: "a misspelt key", file: { "few-things": { maxx: 3 } }, says: ['Unknown key "maxx". Did you mean "max"'] },
  { sentence: "the level under another name", file: { "few-things": { enforcementLvl: "advisory" } }, says: ['mean "enforcementLevel"'] },
  {
    sentence: "a value of another type",
    file: { "few-things": { max: "3" } },
    says: ['"max" is "3". Expected a whole number, at least 1'],
  },
  { sentence: "a value out of bounds", file: { "few-things": { max: 0 } }, says: ['"max" is 0'] },
  { sentence: "keys for all", file: { all: { max: 3 } }, says: ['all: Unknown key "max"'] },
  { sentence: "a waiver: nothing is reported", file: { waivers: { entries: [waiver] } }, says: [] },
  {
    sentence: "a waiver without a reason",
    file: { waivers: { entries: [waiver, { ...waiver, reason: undefined }] } },
    says: ['waivers: "entries[1].reason" is missing. Expected a text'],
  },
  {
    sentence: "a waiver with a misspelt key",
    file: { waivers: { entries: [{ ...waiver, expiry: "2026-12-31" }] } },
    says: ['Unknown key "entries[0].expiry". Did you mean "expires"'],
  },
  {
    sentence: "a waiver of no policy",
    file: { waivers: { entries: [{ ...waiver, policy: "few-thing" }] } },
    says: ['"entries[0]" names the unknown policy "few-thing". Did you mean "few-things"'],
  },
  {
    sentence: "a day in another notation, which is no expired day",
    file: { waivers: { entries: [{ ...waiver, expires: "31.12.2999" }] } },
    says: ['"entries[0].expires" is "31.12.2999". Expected a day such as 2027-03-31'],
  },
  {
    sentence: "an expired waiver",
    file: { waivers: { entries: [{ ...waiver, expires: "2026-11-23" }] } },
    says: ["expired on 2026-11-23. Fix the finding, or set a later day."],
  },
  {
    sentence: "waivers switched off with all",
    file: { all: "disabled", waivers: { entries: [waiver] } },
    says: ["waivers: Disabled, so its configuration has no effect."],
  },
];

test.each(rows)("$sentence", ({ file, says }) => {
  const lines = checkConfiguration(pack, file, today).map(problemLine);
  expect(lines).toEqual(says.map((part) => expect.stringContaining(part)));
});

test("whatever a file holds, mistakes are reported and nothing is thrown", () => {
  fc.assert(fc.property(fc.jsonValue(), (file) => expect(Array.isArray(checkConfiguration(pack, file, today))).toBe(true)));
});
