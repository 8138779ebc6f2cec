import { expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packFolders } from "./load-packs";

test("a folder under policies is a pack where it has a package.json; what a removed pack left behind is none", () => {
  const repository = mkdtempSync(join(tmpdir(), "packs-"));
  try {
    for (const name of ["second", "first", "left-behind"]) mkdirSync(join(repository, "policies", name), { recursive: true });
    for (const name of ["second", "first"]) writeFileSync(join(repository, "policies", name, "package.json"), "{}");
    expect(packFolders(repository)).toEqual(["policies/first", "policies/second"]);
  } finally {
    rmSync(repository, { recursive: true });
  }
});
