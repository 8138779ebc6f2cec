import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeOutput } from "./write-output";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "output-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

test.each([undefined, "-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])("%s is the standard output", (out) => {
  expect(writeOutput(out, "text", { directory })).toEqual({ document: "text" });
  expect(readdirSync(directory)).toEqual([]);
});

test("a file leaves nothing for the standard output", () => {
  expect(writeOutput("file", "text", { directory })).toEqual({ document: "" });
  expect(readFileSync(join(directory, "file"), "utf8")).toBe("text");
});
