import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { FsTree, flushChanges } from "nx/src/generators/tree";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { missingParts } from "./missing-parts";
import { readPackFiles } from "./pack-files";
import generatePolicy from "./policy-generator";

const repository = resolve(__dirname, "../../../..");
const folder = "policies/eni-consolidation";

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "workspace-"));
  cpSync(join(repository, folder, "src"), join(copy, folder, "src"), { recursive: true });
});

afterEach(() => {
  rmSync(copy, { recursive: true });
});

test("a generated policy has all its parts", async () => {
  const before = missingParts(readPackFiles(copy, folder));
  const tree = new FsTree(copy, false);
  await generatePolicy(tree, { id: "few-functions", pack: "eni-consolidation" });
  const changes = tree.listChanges();
  expect(changes.map(({ path, type }) => `${type} ${path}`).sort()).toEqual([
    `CREATE ${folder}/src/few-functions.md`,
    `CREATE ${folder}/src/few-functions.test.ts`,
    `CREATE ${folder}/src/few-functions.ts`,
    `UPDATE ${folder}/src/index.ts`,
  ]);
  flushChanges(copy, changes);
  expect(readPackFiles(copy, folder).texts.get("src/index.ts")).toContain('import { fewFunctions } from "./few-functions";');
  expect(missingParts(readPackFiles(copy, folder))).toEqual(before);
});

test.each([
  { wrong: "there is no such pack", options: { id: "few-functions", pack: "eni" }, says: "the packs are eni-consolidation" },
  { wrong: "the id is taken", options: { id: "eni-budget", pack: "eni-consolidation" }, says: "is there already: choose another id" },
])("nothing is written where $wrong", async ({ options, says }) => {
  const tree = new FsTree(copy, false);
  await expect(generatePolicy(tree, options)).rejects.toThrow(says);
  expect(tree.listChanges()).toEqual([]);
});
