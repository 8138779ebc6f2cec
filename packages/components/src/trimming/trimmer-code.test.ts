import { expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKED_MODULES } from "./trimmer-code";

test("every module that runs in Lambda is packed, and imports nothing that is not", () => {
  const beside = readdirSync(__dirname).filter((file) => /^[^.]+\.ts$/.test(file) && file !== "trimmer-code.ts");
  expect(PACKED_MODULES.map((module) => `${module}.ts`)).toEqual(beside.sort());
  const imported = PACKED_MODULES.flatMap((module) => [
    ...readFileSync(join(__dirname, `${module}.ts`), "utf8").matchAll(/ from "([^"]+)"/g),
  ]);
  expect(new Set(imported.map(([, from]) => from))).toEqual(new Set(["./lambda-calls", "./retry-until-allowed", "./versions-to-trim"]));
});
