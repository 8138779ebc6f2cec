import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundlePack } from "./bundle-pack";
import { repositoryRoot } from "./workspace-packages";

const folder = mkdtempSync(join(tmpdir(), "bundle-"));

beforeAll(async () => {
  mkdirSync(join(folder, "dist"));
  await bundlePack(join(repositoryRoot, "policies/lambda-vpc/src/pack.ts"), folder, "dist/pack.js");
});

afterAll(() => rmSync(folder, { recursive: true }));

test("the bundle of lambda-vpc holds the libraries of run time alone, with their licences", () => {
  const licences = readFileSync(join(folder, "dist/pack.js.LICENSES.txt"), "utf8");
  expect(licences.match(/^\S+ \d+\.\d+\.\d+$/gm)).toEqual([
    expect.stringMatching(/^fastest-levenshtein /),
    expect.stringMatching(/^ipaddr\.js /),
    expect.stringMatching(/^valibot /),
  ]);
});

test("the bundle of lambda-vpc holds what it uses of a library, and not the library whole", () => {
  const bundle = readFileSync(join(folder, "dist/pack.js"), "utf8");
  expect(bundle).toContain("function strictObject(");
  expect(bundle).not.toContain("function creditCard(");
});
