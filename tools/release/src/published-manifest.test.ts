import { expect, test } from "@jest/globals";
import { entryFiles } from "./entry-files";
import { publishedManifest } from "./published-manifest";

test("users get no scripts and no development dependencies, and ours at the versions of this tree", () =>
  expect(
    publishedManifest(
      {
        name: "@house/door",
        version: "1.2.0",
        private: false,
        scripts: { build: "tsc --build" },
        files: ["dist"],
        nx: { tags: [] },
        dependencies: { "@house/hinge": "*", lock: "^2.0.0" },
        devDependencies: { "@house/drill": "*" },
        peerDependencies: { wall: "^3.0.0" },
      },
      new Map([["@house/hinge", "1.4.0"]]),
    ),
  ).toEqual({
    name: "@house/door",
    version: "1.2.0",
    type: "commonjs",
    dependencies: { "@house/hinge": "1.4.0", lock: "^2.0.0" },
    peerDependencies: { wall: "^3.0.0" },
  }));

test("a package is entered by its main module, its types, its commands, and each of its exports under any condition", () =>
  expect(
    entryFiles({
      main: "dist/pack.js",
      types: "dist/index.d.ts",
      bin: { door: "./bin/door" },
      exports: {
        ".": { import: { types: "./dist/index.d.ts", default: "./dist/index.mjs" }, default: "./dist/index.js" },
        "./package.json": "./package.json",
      },
    }),
  ).toEqual(["bin/door", "dist/index.d.ts", "dist/index.js", "dist/index.mjs", "dist/pack.js", "package.json"]));
