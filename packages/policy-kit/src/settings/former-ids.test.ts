import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { formerIds, withPresentIds } from "./former-ids";

const former = formerIds([{ id: "few-things", formerly: ["little", "few-items"] }, { id: "short-things" }]);

const rows: readonly { sentence: string; file: unknown; becomes: unknown; found: readonly string[] }[] = [
  {
    sentence: "present ids stay",
    file: { all: "advisory", "few-things": { max: 3 } },
    becomes: { all: "advisory", "few-things": { max: 3 } },
    found: [],
  },
  { sentence: "a level", file: { little: "mandatory" }, becomes: { "few-things": "mandatory" }, found: ["little"] },
  { sentence: "keys", file: { "few-items": { max: 3 } }, becomes: { "few-things": { max: 3 } }, found: ["few-items"] },
  {
    sentence: "both ids, of which the present one holds",
    file: { little: "mandatory", "few-things": "disabled" },
    becomes: { "few-things": "disabled" },
    found: ["little"],
  },
  {
    sentence: "waivers",
    file: { waivers: { enforcementLevel: "advisory", entries: [{ policy: "little", subject: "*" }, { policy: "short-things" }, 7] } },
    becomes: {
      waivers: { enforcementLevel: "advisory", entries: [{ policy: "few-things", subject: "*" }, { policy: "short-things" }, 7] },
    },
    found: ["little"],
  },
];

test.each(rows)("a configuration is read under present ids: $sentence", ({ file, becomes, found }) => {
  expect(withPresentIds(former, file)).toEqual({ file: becomes, found });
});

test("an id that a policy has now is that policy's, whatever another was called", () => {
  expect([...formerIds([{ id: "a", formerly: ["b", "c"] }, { id: "b" }])]).toEqual([["c", "a"]]);
});

test("whatever a file holds, a second reading changes nothing more", () => {
  const names = fc.constantFrom("little", "few-items", "few-things", "short-things", "waivers");
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(names, fc.jsonValue())), (file) => {
      const once = withPresentIds(former, file).file;
      expect(withPresentIds(former, once)).toEqual({ file: once, found: [] });
    }),
  );
});
