import { expect, test } from "@jest/globals";
import { definePolicy } from "../policy/define-policy";
import { assemblePack } from "./assemble-pack";
import { enabledByAll, keepDisabled } from "./keep-disabled";
import type { PackConfiguration } from "./policy-pack";

const data = { title: "T.", severity: "low", config: {}, check: () => [] } as const;
const policies = [definePolicy({ ...data, id: "usual", level: "mandatory" }), definePolicy({ ...data, id: "chosen", level: "disabled" })];

const rows: readonly { sentence: string; code?: PackConfiguration; file: object; kept: readonly string[] }[] = [
  { sentence: "all enables what is disabled by default", file: { all: "mandatory" }, kept: ["chosen"] },
  {
    sentence: "keys without a level do not choose it",
    file: { all: { enforcementLevel: "advisory" }, chosen: { max: 1 } },
    kept: ["chosen"],
  },
  { sentence: "its level chooses it", file: { all: "mandatory", chosen: "advisory" }, kept: [] },
  { sentence: "the code chooses it", code: { chosen: "advisory" }, file: { all: "mandatory" }, kept: [] },
  { sentence: "all disables", file: { all: "disabled" }, kept: [] },
  { sentence: "there is no all", file: { usual: "advisory" }, kept: [] },
];

test.each(rows)("what the engine would enable is disabled by name: $sentence", ({ code = {}, file, kept }) => {
  const pack = { name: "p", description: "d", policies, configuration: code };
  const present = keepDisabled(pack, { ...file });
  expect(enabledByAll(pack, { ...file })).toEqual(kept);
  expect(enabledByAll(pack, present)).toEqual([]);
  expect(Object.keys(present).sort()).toEqual([...new Set([...Object.keys(file), ...kept])].sort());
});

test("a level for all in code leaves disabled what is disabled by default", () => {
  const { configuration } = assemblePack({ name: "p", description: "d", policies }, { all: "mandatory" });
  expect(configuration).toEqual({ all: "mandatory", chosen: "disabled" });
});
