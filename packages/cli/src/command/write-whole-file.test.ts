import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { exitCodes } from "./exit-codes";
import { writeWholeFile } from "./write-whole-file";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "write-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

const write = (file: string): void => writeWholeFile(file, "new", { directory, today: "2026-11-24", input: () => "", pulumi: () => 0 });

describe("a file is written", () => {
  test("where none was", () => {
    write("policies.json");
    expect(readFileSync(join(directory, "policies.json"), "utf8")).toBe("new");
  });

  test("over the one that was, with its permissions", () => {
    const file = join(directory, "policies.json");
    writeFileSync(file, "old and longer");
    chmodSync(file, 0o640);
    write("policies.json");
    expect(readFileSync(file, "utf8")).toBe("new");
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });
});

test("what cannot be put in its place leaves nothing behind", () => {
  mkdirSync(join(directory, "policies.json"));
  expect(() => write("policies.json")).toThrow(expect.objectContaining({ exitCode: exitCodes.unwritable }));
  expect(readdirSync(directory)).toEqual(["policies.json"]);
});
