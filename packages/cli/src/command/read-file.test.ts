import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asNobody } from "../testing/as-nobody";
import type { CommandContext } from "./command";
import { exitCodes } from "./exit-codes";
import { presentText, readJson, readText } from "./read-file";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "read-"));
  chmodSync(directory, 0o777);
});
afterEach(() => rmSync(directory, { recursive: true }));

const at = (file: string): string => join(directory, file);
const context = (input: CommandContext["input"] = () => ""): CommandContext => ({ directory, today: "2026-11-24", input, pulumi: () => 0 });

describe("a text is read", () => {
  test("from a file, and behind a link", () => {
    writeFileSync(at("events"), "\uFEFFtext");
    symlinkSync("events", at("link"));
    expect(readText("events", context())).toBe("text");
    expect(readText(at("link"), context())).toBe("text");
  });

  test.each([{ input: "text" }, { input: Buffer.from("\uFEFFtext", "utf16le") }])("from the standard input", ({ input }) => {
    expect(
      readText(
        "-",
        context(() => input),
      ),
    ).toBe("text");
  });

  test("as JSON", () => {
    writeFileSync(at("policies.json"), '\uFEFF{ "all": "advisory" }');
    expect(readJson("policies.json", context())).toEqual({ all: "advisory" });
  });
});

/** What cannot be read, how a user makes it, and what the command prints. */
const refused: readonly {
  readonly sentence: string;
  readonly make: (path: string) => void;
  readonly exitCode: number;
  readonly says: RegExp;
}[] = [
  { sentence: "no file", make: () => undefined, exitCode: exitCodes.missing, says: / was not found at .*\/it\. Check the path\.$/ },
  { sentence: "a folder", make: (path) => mkdirSync(path), exitCode: exitCodes.unreadable, says: / is a folder\. Specify a file\.$/ },
  {
    sentence: "a broken link",
    make: (path) => symlinkSync("gone", path),
    exitCode: exitCodes.missing,
    says: / is a link to gone, which does not exist\. Correct the link\.$/,
  },
  {
    sentence: "a link to itself",
    make: (path) => symlinkSync("it", path),
    exitCode: exitCodes.missing,
    says: / is a link that leads back to itself\. Correct the link\.$/,
  },
  {
    sentence: "a file of somebody else",
    make: (path) => (writeFileSync(path, "{}"), chmodSync(path, 0)),
    exitCode: exitCodes.forbidden,
    says: / cannot be read, because you have no permission\. Change its permissions\.$/,
  },
  {
    sentence: "an archive",
    make: (path) => writeFileSync(path, Buffer.of(0x50, 0x4b, 3, 4, 0)),
    exitCode: exitCodes.unreadable,
    says: / is not text in UTF-8\. Specify another file\.$/,
  },
];

describe("refused with an exit code for the reason:", () => {
  test.each(refused)("$sentence", ({ make, exitCode, says }) => {
    make(at("it"));
    const refusal = expect.objectContaining({ exitCode, message: expect.stringMatching(says) });
    expect(() => asNobody(() => readText("it", context()))).toThrow(refusal);
    expect(() => asNobody(() => readJson("it", context()))).toThrow(refusal);
  });

  test("a name that no file can have", () => {
    expect(() => readText("a\0b", context())).toThrow(
      expect.objectContaining({ exitCode: exitCodes.unreadable, message: expect.stringContaining("(ERR_INVALID_ARG_VALUE)") }),
    );
  });

  test("a standard input that fails", () => {
    const fails = (): string => {
      throw Object.assign(new Error("read"), { code: "EAGAIN" });
    };
    expect(() => readText("-", context(fails))).toThrow("The standard input cannot be read (EAGAIN). Specify another file.");
  });

  test("a standard input that is not JSON", () => {
    expect(() =>
      readJson(
        "-",
        context(() => "{"),
      ),
    ).toThrow(/^The standard input is not JSON: /);
  });

  test("no name", () => {
    expect(() => readText("", context())).toThrow("The file without a name is a folder. Specify a file.");
  });
});

describe("a file that may be absent", () => {
  test.each([
    { sentence: "is", make: () => undefined },
    { sentence: "is, where a link leads to nothing", make: (path: string) => symlinkSync("gone", path) },
  ])("$sentence", ({ make }) => {
    make(at("it"));
    expect(presentText(at("it"))).toBeUndefined();
  });

  test.each(["", "\uFEFF{}", "{}\r\n"])("is read as it is: %j", (text) => {
    writeFileSync(at("it"), text);
    expect(presentText(at("it"))).toBe(text);
  });

  test.each([
    {
      sentence: "a folder",
      make: (path: string) => mkdirSync(path),
      exitCode: exitCodes.unreadable,
      says: /\/it is not a file\. Move it, and run this command again\.$/,
    },
    {
      sentence: "a pipe",
      make: (path: string) => spawnSync("mkfifo", [path]),
      exitCode: exitCodes.unreadable,
      says: /\/it is not a file\. Move it, and run this command again\.$/,
    },
    {
      sentence: "an image",
      make: (path: string) => writeFileSync(path, Buffer.of(0x89, 0x50)),
      exitCode: exitCodes.unreadable,
      says: /\/it is not text in UTF-8\. Save it as UTF-8\.$/,
    },
    {
      sentence: "a file of somebody else",
      make: (path: string) => (writeFileSync(path, "{}"), chmodSync(path, 0)),
      exitCode: exitCodes.forbidden,
      says: /\/it cannot be read, because you have no permission/,
    },
    {
      sentence: "a link to itself",
      make: (path: string) => symlinkSync("it", path),
      exitCode: exitCodes.missing,
      says: /leads back to itself/,
    },
  ])("is refused: $sentence", ({ make, exitCode, says }) => {
    make(at("it"));
    expect(() => asNobody(() => presentText(at("it")))).toThrow(
      expect.objectContaining({ exitCode, message: expect.stringMatching(says) }),
    );
  });
});
