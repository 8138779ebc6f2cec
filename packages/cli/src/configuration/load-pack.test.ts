import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { exitCodes } from "../command/exit-codes";
import { loadPack } from "./load-pack";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "pack-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

type Files = Readonly<Record<string, string>>;

const policy = '{ id: "p", config: {}, evaluate: () => ({}) }';
const pack = `exports.mine = { name: "mine", policies: [${policy}] };`;
const served = { "PulumiPolicy.yaml": "runtime: nodejs\n", "serve.js": 'throw new Error("a server was started");' };

function packageJson(fields: object): Files {
  return { "package.json": JSON.stringify({ name: "mine", version: "1.0.0", ...fields }) };
}

/** The files of a pack that the engine starts at one module and whose data is in another. */
const complete: Files = { ...served, ...packageJson({ main: "serve.js", exports: { ".": "./index.js" } }), "index.js": pack };

const load = (given: string, files: Files, folder: string): string => {
  for (const [name, text] of Object.entries(files)) {
    const file = join(directory, folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return loadPack(given, { directory, today: "2026-11-24", input: () => "", pulumi: () => 0 }).name;
};

describe("a pack is found", () => {
  test("in a folder, and the module that the engine starts stays alone", () => {
    expect(load("pack", complete, "pack")).toBe("mine");
  });

  test("among the installed packages, by its name", () => {
    expect(load("mine", complete, "node_modules/mine")).toBe("mine");
  });

  test("beside other exports, and under two names", () => {
    const index = `${pack} exports.again = exports.mine; exports.policies = []; exports.pack = () => exports.mine; exports.nothing = null;`;
    expect(load("pack", { ...complete, "index.js": index }, "pack")).toBe("mine");
  });

  test("in a library that the engine does not start", () => {
    expect(load("pack", { ...packageJson({ main: "index.js" }), "index.js": pack }, "pack")).toBe("mine");
  });
});

const refused: readonly { readonly sentence: string; readonly files: Files; readonly says: RegExp }[] = [
  { sentence: "a folder that is not there", files: {}, says: /neither a folder nor an installed package/ },
  { sentence: "a package.json of null", files: { "package.json": "null" }, says: /package\.json is not a JSON object/ },
  {
    sentence: "a package.json with a number for its name",
    files: { "package.json": '{ "name": 1, "main": 2 }' },
    says: /cannot be loaded/,
  },
  { sentence: "a package.json that is a folder", files: { "package.json/index.js": pack }, says: /package\.json cannot be read/ },
  {
    sentence: "a module that exports null",
    files: { ...packageJson({ main: "index.js" }), "index.js": "module.exports = null;" },
    says: /exports no pack/,
  },
  {
    sentence: "a module whose export fails when it is read",
    files: { ...packageJson({ main: "index.js" }), "index.js": 'module.exports = { get pack() { throw new Error("no luck"); } };' },
    says: /cannot be loaded: no luck/,
  },
  { sentence: "a package.json that is not JSON", files: { "package.json": "{" }, says: /package\.json cannot be read/ },
  {
    sentence: "a package whose only module is the one that the engine starts",
    files: { ...complete, ...packageJson({ main: "serve.js" }) },
    says: /serve\.js.*"exports": /,
  },
  {
    sentence: "a package that exports the module that the engine starts",
    files: { ...complete, ...packageJson({ main: "./serve.js", exports: "./serve.js" }) },
    says: /serve\.js.*"exports": /,
  },
  { sentence: "a pack that is not built", files: { ...served, ...packageJson({ exports: "./dist/x.js" }) }, says: /Build the pack/ },
  { sentence: "a module that fails", files: { ...complete, "index.js": 'throw new Error("no luck");' }, says: /cannot be loaded: no luck/ },
  { sentence: "a module without a pack", files: { ...complete, "index.js": "exports.policies = [];" }, says: /exports no pack.*servePack/ },
  {
    sentence: "a module with two packs",
    files: { ...complete, "index.js": `${pack} exports.other = { ...exports.mine, name: "other" };` },
    says: /several packs \(mine, other\)/,
  },
];

test.each(refused)("refused with what it lacks: $sentence", ({ files, says }) => {
  expect(() => load("pack", files, "pack")).toThrow(
    expect.objectContaining({ exitCode: exitCodes.noPack, message: expect.stringMatching(says) }),
  );
});
