import { expect, test } from "@jest/globals";
import { effectiveConfiguration } from "./effective-configuration";

const rows: readonly {
  readonly sentence: string;
  readonly own?: "mandatory" | "disabled";
  readonly code?: object;
  readonly file?: object;
  readonly level: string;
  readonly keys?: object;
}[] = [
  { sentence: "nothing configured", level: "mandatory" },
  { sentence: "all in the file", file: { all: "advisory" }, level: "advisory" },
  { sentence: "all in the file over a level in the code", code: { p: "disabled" }, file: { all: "advisory" }, level: "advisory" },
  { sentence: "a level over all", file: { all: "advisory", p: "mandatory" }, level: "mandatory" },
  { sentence: "a level among keys", file: { p: { enforcementLevel: "advisory", max: 3 } }, level: "advisory", keys: { max: 3 } },
  {
    sentence: "keys of code and file",
    code: { p: { max: 1, min: 1 } },
    file: { p: { max: 2 } },
    level: "mandatory",
    keys: { max: 2, min: 1 },
  },
  { sentence: "all for a policy that is disabled by default", own: "disabled", file: { all: "mandatory" }, level: "disabled" },
  { sentence: "a level for it", own: "disabled", file: { all: "mandatory", p: "advisory" }, level: "advisory" },
  { sentence: "all for it, chosen in code", own: "disabled", code: { p: "advisory" }, file: { all: "mandatory" }, level: "mandatory" },
  { sentence: "a level that is none", file: { p: "loud" }, level: "mandatory" },
];

test.each(rows)("the level and the keys under $sentence", ({ own = "mandatory", code = {}, file = {}, level, keys = {} }) => {
  expect(effectiveConfiguration({ id: "p", level: own }, [{ ...code }, { ...file }])).toEqual({ level, keys });
});
