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

test.each([
  { place: "src", options: {}, module: "few-functions" },
  { place: "a folder", options: { folder: "roles" }, module: "roles/few-functions" },
])("a generated policy has all its parts in $place", async ({ options, module }) => {
  const before = missingParts(readPackFiles(copy, folder));
  const tree = new FsTree(copy, false);
  await generatePolicy(tree, { id: "few-functions", pack: "eni-consolidation", ...options });
  const changes = tree.listChanges();
  expect(changes.map(({ path, type }) => `${type} ${path}`).sort()).toEqual([
    `CREATE ${folder}/src/${module}.md`,
    `CREATE ${folder}/src/${module}.test.ts`,
    `CREATE ${folder}/src/${module}.ts`,
    `UPDATE ${folder}/src/index.ts`,
  ]);
  flushChanges(copy, changes);
  expect(readPackFiles(copy, folder).texts.get("src/index.ts")).toContain(`import { fewFunctions } from "./${module}";`);
  expect(missingParts(readPackFiles(copy, folder))).toEqual(before);
});

test.each([
  { wrong: "there is no such pack", options: { id: "few-functions", pack: "eni" }, says: "the packs are eni-consolidation" },
  {
    wrong: "the id is taken in another folder",
    options: { id: "eni-budget", pack: "eni-consolidation", folder: "roles" },
    says: "src/eni-budget.ts is there already",
  },
  { wrong: "the id is taken", options: { id: "eni-budget", pack: "eni-consolidation" }, says: "is there already: choose another id" },
])("nothing is written where $wrong", async ({ options, says }) => {
  const tree = new FsTree(copy, false);
  await expect(generatePolicy(tree, options)).rejects.toThrow(says);
  expect(tree.listChanges()).toEqual([]);
});
