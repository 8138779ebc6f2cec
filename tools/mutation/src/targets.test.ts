import { expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { changedShards, shardsOf, targets } from "./targets";

const root = join(__dirname, "../../..");
const model = { name: "model", path: "packages/model", threshold: 90 };

function withFiles(files: readonly string[], run: (root: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "mutation-"));
  try {
    for (const file of files) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), "");
    }
    run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a package has a shard for each folder of shipped code", () => {
  const files = ["access/merge.ts", "count/count.ts", "testing/figures.ts", "index.ts"].map((file) => `packages/model/src/${file}`);
  withFiles(files, (folder) => {
    expect(shardsOf(model, folder)).toEqual([
      { target: model, name: "access", folder: "packages/model/src/access", patterns: ["packages/model/src/access/**/*.ts"] },
      { target: model, name: "count", folder: "packages/model/src/count", patterns: ["packages/model/src/count/**/*.ts"] },
    ]);
  });
});

test("files beside the folders are a shard of their own", () => {
  withFiles(["packages/model/src/plan.ts", "packages/model/src/plan.test.ts"], (folder) => {
    expect(shardsOf(model, folder)).toEqual([{ target: model, name: "src", patterns: ["packages/model/src/*.ts"] }]);
  });
});

test("each measured package has shards", () => {
  expect(targets.filter((target) => shardsOf(target, root).length === 0)).toEqual([]);
});

test("changed files are measured by package; tests, test data, deleted files and other packages are not", () => {
  const present = ["model/src/access/merge.ts", "sources/src/a.ts", "model/src/b.test.ts", "model/src/testing/c.ts", "cli/src/d.ts"];
  const changed = [...present, "model/src/deleted.ts"].map((file) => `packages/${file}`);
  withFiles(
    present.map((file) => `packages/${file}`),
    (folder) => {
      expect(changedShards(changed, folder).map(({ target, patterns }) => [target.name, patterns])).toEqual([
        ["model", ["packages/model/src/access/merge.ts"]],
        ["sources", ["packages/sources/src/a.ts"]],
      ]);
    },
  );
});
