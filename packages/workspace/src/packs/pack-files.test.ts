import { expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { policyOfPage, readPackFiles } from "./pack-files";

test("the files of a pack are the sources and pages in src and in its folders, one level deep", () => {
  const repository = mkdtempSync(join(tmpdir(), "pack-files-"));
  const paths = ["src/index.ts", "src/notes.txt", "src/roles/trusted-role.md", "src/roles/trusted-role.ts", "src/roles/deep/deeper.ts"];
  try {
    for (const path of paths) {
      mkdirSync(join(repository, "policies/pack", dirname(path)), { recursive: true });
      writeFileSync(join(repository, "policies/pack", path), path);
    }
    const { texts } = readPackFiles(repository, "policies/pack");
    expect([...texts]).toEqual(["src/index.ts", "src/roles/trusted-role.md", "src/roles/trusted-role.ts"].map((path) => [path, path]));
  } finally {
    rmSync(repository, { recursive: true });
  }
});

test.each([
  { path: "src/eni-budget.md", policy: "eni-budget" },
  { path: "src/roles/trusted-role.md", policy: "trusted-role" },
  { path: "src/roles/trusted-role.ts", policy: undefined },
  { path: "src/roles/deep/deeper.md", policy: undefined },
  { path: "README.md", policy: undefined },
])("the page $path is of the policy $policy", ({ path, policy }) => {
  expect(policyOfPage(path)).toBe(policy);
});
