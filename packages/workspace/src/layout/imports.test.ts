import { beforeAll, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const repository = join(__dirname, "../../../..");

type Tree = Readonly<Record<string, string>>;

/** What the import rules of this repository report about a tree that holds just `files`: a line a violation, with the rule and the importing file. */
function check(files: Tree): string {
  const folder = mkdtempSync(join(tmpdir(), "lambda-vpc-imports-"));
  try {
    for (const file of [".dependency-cruiser.mjs", "tsconfig.imports.json", "tsconfig.base.json", "packages/workspace/lint/layers.mjs"])
      cpSync(join(repository, file), join(folder, file));
    symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
    for (const [file, source] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), source);
    }
    const command = join(repository, "node_modules/.bin/depcruise");
    const { stdout, stderr } = spawnSync(process.execPath, [command, "packages", "policies", "--config", ".dependency-cruiser.mjs"], {
      cwd: folder,
      encoding: "utf8",
      // nx asks for colors, which would stand between the words.
      env: { ...process.env, FORCE_COLOR: "0" },
      timeout: 60_000,
    });
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const empty = "export {};\n";

const violations: readonly { readonly sentence: string; readonly rule: string; readonly files: Tree }[] = [
  {
    sentence: "two files import each other's types",
    rule: "no-cycle",
    files: {
      "packages/model/src/count/planted.ts": 'import type { Other } from "./other";\nexport type Planted = Other;\n',
      "packages/model/src/count/other.ts": 'import type { Planted } from "./planted";\nexport type Other = Planted;\n',
    },
  },
  {
    sentence: "a file of the model imports a later folder",
    rule: "model-facts",
    files: {
      "packages/model/src/facts/planted.ts": 'import "../combinations/later";\n',
      "packages/model/src/combinations/later.ts": empty,
    },
  },
  {
    sentence: "a file of the model imports the type of a later folder",
    rule: "model-count",
    files: {
      "packages/model/src/count/planted.ts": 'import type { Later } from "../budget/later";\nexport type Planted = Later;\n',
      "packages/model/src/budget/later.ts": "export type Later = number;\n",
    },
  },
  ...[
    ["by a type expression", 'export type Planted = import("../budget/later").Later;\n'],
    ["by a re-export", 'export * from "../budget/later";\n'],
    ["by require", 'export const planted = require("../budget/later");\n'],
    ["by a dynamic import", 'export const planted = () => import("../budget/later");\n'],
  ].map(([how, source]) => ({
    sentence: `a file of the model imports a later folder ${how}`,
    rule: "model-count",
    files: { "packages/model/src/count/planted.ts": `${source}`, "packages/model/src/budget/later.ts": "export type Later = number;\n" },
  })),
  {
    sentence: "a module in JavaScript imports a later folder",
    rule: "model-count",
    files: { "packages/model/src/count/planted.mjs": 'import "../budget/later";\n', "packages/model/src/budget/later.ts": empty },
  },
  {
    sentence: "a file of the model imports the compiled output of a later folder",
    rule: "sources-only",
    files: { "packages/model/src/count/planted.ts": 'import "../../dist/budget/later";\n', "packages/model/dist/budget/later.js": empty },
  },
  {
    sentence: "the model imports the compiled output of another package",
    rule: "sources-only",
    files: {
      "packages/model/src/count/planted.ts": 'import "../../../policy-kit/dist/later";\n',
      "packages/policy-kit/dist/later.js": empty,
    },
  },
  {
    sentence: "a folder without a layer imports another one",
    rule: "model-folder-without-layer",
    files: { "packages/model/src/unlisted/planted.ts": 'import "../budget/later";\n', "packages/model/src/budget/later.ts": empty },
  },
  {
    sentence: "a package without a layer imports another one",
    rule: "package-without-layer",
    files: { "packages/unlisted/src/planted.ts": 'import "@lambda-vpc/model";\n', "packages/model/src/index.ts": empty },
  },
  {
    sentence: "one folder of sources imports another",
    rule: "sources-roles",
    files: { "packages/sources/src/roles/planted.ts": 'import "../vpc/other";\n', "packages/sources/src/vpc/other.ts": empty },
  },
  {
    sentence: "the model reads a file through a dynamic import",
    rule: "pure-packages-do-no-io",
    files: { "packages/model/src/facts/planted.ts": 'export const files = import("node:fs");\n' },
  },
  {
    sentence: "the model imports Pulumi",
    rule: "model-never-imports",
    files: { "packages/model/src/facts/planted.ts": 'import "@pulumi/pulumi";\n' },
  },
  {
    sentence: "a source imports a policy",
    rule: "sources-imports",
    files: {
      "packages/sources/src/stack/planted.ts": 'import "@lambda-vpc/eni-consolidation";\n',
      "policies/eni-consolidation/src/index.ts": empty,
    },
  },
  {
    sentence: "a policy imports the policy SDK",
    rule: "policies-never-imports",
    files: { "policies/eni-consolidation/src/planted.ts": 'import "@pulumi/policy";\n' },
  },
  {
    sentence: "a policy imports a component",
    rule: "policies-imports",
    files: {
      "policies/eni-consolidation/src/planted.ts": 'import "@lambda-vpc/components";\n',
      "packages/components/src/index.ts": empty,
    },
  },
  {
    sentence: "a policy imports a source",
    rule: "policies-imports",
    files: { "policies/eni-consolidation/src/planted.ts": 'import "@lambda-vpc/sources";\n', "packages/sources/src/index.ts": empty },
  },
  {
    sentence: "simulated AWS imports the model",
    rule: "simulated-aws-imports",
    files: { "packages/simulated-aws/src/planted.ts": 'import "@lambda-vpc/model";\n', "packages/model/src/index.ts": empty },
  },
  {
    sentence: "a test of simulated AWS imports the model",
    rule: "simulated-aws-tests-import",
    files: { "packages/simulated-aws/src/planted.test.ts": 'import "@lambda-vpc/model";\n', "packages/model/src/index.ts": empty },
  },
  {
    sentence: "a package imports a file of another by its path",
    rule: "packages-by-name",
    files: {
      "packages/policy-kit/src/planted.ts": 'import "../../model/src/count/other";\n',
      "packages/model/src/count/other.ts": empty,
    },
  },
  {
    sentence: "shipped code imports what is there for tests",
    rule: "tests-are-not-shipped",
    files: {
      "packages/model/src/facts/planted.ts": 'import "../testing/sample";\n',
      "packages/model/src/testing/sample.ts": empty,
    },
  },
  {
    sentence: "an import resolves to nothing",
    rule: "resolves",
    files: { "packages/model/src/facts/planted.ts": 'import "./absent";\n' },
  },
];

const accepted: Tree = {
  "packages/model/src/combinations/planted.ts": 'import "../count/other";\n',
  "packages/policy-kit/src/planted.ts": 'import "@lambda-vpc/model";\nimport "@pulumi/policy";\n',
  "policies/subnet-sizing/src/planted.ts": 'import "@lambda-vpc/policy-kit";\nimport "@lambda-vpc/model";\n',
  "packages/policy-kit/src/index.ts": empty,
};

/** `files` with planted ones named apart, so that all rows lie in one tree: a run takes seconds. */
function named(row: string, files: Tree): Tree {
  return Object.fromEntries(
    Object.entries(files).map(([file, source]) => [
      file.replace(/(planted|other|later)/, `$1-${row}`),
      source.replace(/\/(planted|other|later)"/g, `/$1-${row}"`),
    ]),
  );
}

let report: readonly string[];

beforeAll(() => {
  const trees = violations.map(({ files }, row) => named(String(row), files));
  report = check(Object.assign({}, ...trees, named("accepted", { "packages/model/src/count/other.ts": empty, ...accepted }))).split("\n");
});

test.each(violations.map((violation, row) => ({ ...violation, row })))("the import rules refuse that $sentence", ({ rule, row }) => {
  expect(report).toContainEqual(expect.stringMatching(new RegExp(`error ${rule}: .*-${row}[.]`)));
});

test("the import rules accept what the layers allow", () => {
  expect(report.filter((line) => line.includes("-accepted"))).toEqual([]);
  expect(report.join("\n")).toMatch(/[0-9]+ dependency violations/);
});
