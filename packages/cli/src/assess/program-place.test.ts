import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { programPlace } from "./program-place";

let root: string;
const write = (file: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), "");
};
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "program-place-")));
  for (const file of [
    "repository/.git/HEAD",
    "repository/infra/shop/Pulumi.yml",
    "repository/infra/shop/src/index.ts",
    "repository/lib.ts",
  ])
    write(file);
});
afterEach(() => rmSync(root, { recursive: true }));

const place = (folder: string) => programPlace(join(root, folder));
const at = (file: string) => ({ file, line: 7, column: 3 });

test.each([
  { start: "repository/infra/shop", folder: "infra/shop", projectFile: "Pulumi.yml" },
  { start: "repository/infra/shop/src", folder: "infra/shop", projectFile: "Pulumi.yml" },
  { start: "repository/infra", folder: "infra", projectFile: "Pulumi.yaml" },
  { start: "repository", folder: "", projectFile: "Pulumi.yaml" },
  { start: ".", folder: "", projectFile: "Pulumi.yaml" },
])("from $start, the program is in $folder", ({ start, folder, projectFile }) => {
  expect(place(start)).toMatchObject({ folder, projectFile });
});

test("in a program, a position is in a file of the repository, or is none", () => {
  const { positionHere } = place("repository/infra/shop");
  expect(positionHere(at("src/index.ts"))).toEqual(at("src/index.ts"));
  expect(positionHere(at(join(root, "repository/infra/shop/src/index.ts")))).toEqual(at("src/index.ts"));
  expect(positionHere(at(join(root, "repository/lib.ts")))).toEqual(at("../../lib.ts"));
  expect(positionHere(at("server.go"))).toBeUndefined();
  expect(positionHere(at("/etc/hostname"))).toBeUndefined();
});

test("elsewhere, a position stays as it is, and an absolute path is not printed", () => {
  const { positionHere } = place("repository");
  expect(positionHere(at("src/index.ts"))).toEqual(at("src/index.ts"));
  expect(positionHere(at(join(root, "repository/lib.ts")))).toBeUndefined();
});
