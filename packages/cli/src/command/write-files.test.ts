import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { asNobody } from "../testing/as-nobody";
import { exitCodes } from "./exit-codes";
import { type NewText, writeFiles } from "./write-files";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "write-"));
});
afterEach(() => {
  spawnSync("chmod", ["-R", "u+rwx", directory]);
  rmSync(directory, { recursive: true });
});

const at = (file: string): string => join(directory, file);
const write = (...files: readonly string[]): void => writeFiles(files.map(text), { directory });
const text = (file: string): NewText => ({ file, text: `new ${file}` });
const contentOf = (file: string): string => readFileSync(at(file), "utf8");
const entries = (): readonly string[] => readdirSync(directory, { recursive: true, encoding: "utf8" }).sort();

function given(files: Readonly<Record<string, string>>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(at(file)), { recursive: true });
    writeFileSync(at(file), content);
  }
}

describe("a file is written", () => {
  test("where none was", () => {
    write("policies.json");
    expect(contentOf("policies.json")).toBe("new policies.json");
    expect(entries()).toEqual(["policies.json"]);
  });

  test("over the one that was, with its permissions, whatever the umask is", () => {
    given({ "policies.json": "old and longer than the new text" });
    chmodSync(at("policies.json"), 0o666);
    write("policies.json");
    expect(contentOf("policies.json")).toBe("new policies.json");
    expect(statSync(at("policies.json")).mode & 0o777).toBe(0o666);
    expect(entries()).toEqual(["policies.json"]);
  });

  test("as another file, so that who reads the old one reads it to its end", () => {
    given({ "policies.json": "old" });
    linkSync(at("policies.json"), at("reader"));
    write("policies.json");
    expect(contentOf("reader")).toBe("old");
  });

  test("under an absolute path", () => {
    write(at("policies.json"));
    expect(entries()).toEqual(["policies.json"]);
  });

  (process.getuid?.() === 0 ? test : test.skip)("by root, and its owner keeps it (needs root)", () => {
    given({ "policies.json": "old" });
    chownSync(at("policies.json"), 1234, 1235);
    write("policies.json");
    expect(statSync(at("policies.json"))).toMatchObject({ uid: 1234, gid: 1235 });
  });
});

describe("a symbolic link stays, and its target is written:", () => {
  beforeEach(() => given({ "shared/policies.json": "old", "app/code": "" }));

  test.each([
    { sentence: "a relative link", link: "app/policies.json", to: "../shared/policies.json", writes: "shared/policies.json" },
    { sentence: "a link to a new file", link: "app/policies.json", to: "../shared/next.json", writes: "shared/next.json" },
    { sentence: "a file in a linked folder", link: "linked", to: "shared", file: "linked/policies.json", writes: "shared/policies.json" },
  ])("$sentence", ({ link, to, file = link, writes }) => {
    symlinkSync(to, at(link));
    write(file);
    expect(lstatSync(at(link)).isSymbolicLink()).toBe(true);
    expect(readlinkSync(at(link))).toBe(to);
    expect(contentOf(writes)).toBe(`new ${file}`);
  });

  test("an absolute link, over another link, and from a linked folder", () => {
    mkdirSync(at("deep/er"), { recursive: true });
    symlinkSync(at("deep/er"), at("app/linked"));
    symlinkSync("../../middle", at("deep/er/policies.json"));
    symlinkSync(at("shared/policies.json"), at("middle"));
    write("app/linked/policies.json");
    expect(contentOf("shared/policies.json")).toBe("new app/linked/policies.json");
    expect(lstatSync(at("middle")).isSymbolicLink()).toBe(true);
  });
});

describe("what is no regular file is written directly:", () => {
  test("/dev/null", () => {
    write("/dev/null");
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  test("a pipe with a name, also behind a link", async () => {
    expect(spawnSync("mkfifo", [at("pipe")]).status).toBe(0);
    symlinkSync("pipe", at("link"));
    const reader = spawn("cat", [at("pipe")]);
    const read = new Promise<string>((resolve) => {
      let all = "";
      reader.stdout.on("data", (part: Buffer) => (all += part.toString()));
      reader.on("close", () => resolve(all));
    });
    write("link");
    expect(await read).toBe("new link");
    expect(lstatSync(at("pipe")).isFIFO()).toBe(true);
  });

  test("an open file of this process, as /dev/stdout is one, behind a link: after what is there", () => {
    given({ output: "first\n" });
    const open = openSync(at("output"), "a");
    symlinkSync(`/dev/fd/${open}`, at("link"));
    try {
      write("link");
    } finally {
      closeSync(open);
    }
    expect(contentOf("output")).toBe("first\nnew link");
    expect(entries()).toEqual(["link", "output"]);
  });
});

describe("refused with the file, the reason and the way out, and nothing is left behind:", () => {
  const rows: readonly { readonly sentence: string; readonly file: string; readonly before: () => void; readonly says: RegExp }[] = [
    {
      sentence: "a folder",
      file: "policies.json",
      before: () => mkdirSync(at("policies.json")),
      says: /EISDIR.* It is a folder\. Specify/,
    },
    { sentence: "a folder that does not exist", file: "out/", before: () => undefined, says: /^"out\/" .*EISDIR/ },
    { sentence: "no name", file: "", before: () => undefined, says: /^"" .*EISDIR/ },
    { sentence: "a file in no folder", file: "gone/policies.json", before: () => undefined, says: /ENOENT.* Create it/ },
    { sentence: "a file in a file", file: "file/policies.json", before: () => given({ file: "" }), says: /ENOTDIR.* Move that file/ },
    {
      sentence: "a link to a folder",
      file: "link",
      before: () => (mkdirSync(at("folder")), symlinkSync("folder", at("link"))),
      says: /EISDIR/,
    },
    {
      sentence: "a link into no folder",
      file: "link",
      before: () => symlinkSync("gone/file", at("link")),
      says: /ENOENT.* correct the link/,
    },
    { sentence: "a link to itself", file: "link", before: () => symlinkSync("link", at("link")), says: /ELOOP.* Correct the link/ },
    {
      sentence: "a protected file",
      file: "file",
      before: () => (given({ file: "old" }), chmodSync(at("file"), 0o444)),
      says: /EACCES.* Change the permissions/,
    },
    {
      sentence: "a new file in a protected folder",
      file: "folder/file",
      before: () => (mkdirSync(at("folder")), chmodSync(at("folder"), 0o555)),
      says: /EACCES.* Change the permissions/,
    },
    { sentence: "a device that takes nothing", file: "/dev/full", before: () => undefined, says: /ENOSPC.* The disk is full/ },
    { sentence: "a name that is too long", file: "x".repeat(300), before: () => undefined, says: /ENAMETOOLONG/ },
    {
      sentence: "a name that no file can have",
      file: "a\0b",
      before: () => undefined,
      says: /ERR_INVALID_ARG_VALUE.* Specify a file in a folder/,
    },
  ];

  test.each(rows)("$sentence", ({ file, before, says }) => {
    before();
    const was = entries();
    // Everybody may write here, unless the row forbids it.
    chmodSync(directory, 0o777);
    expect(() => asNobody(() => write(file))).toThrow(
      expect.objectContaining({ exitCode: exitCodes.unwritable, message: expect.stringMatching(says) }),
    );
    expect(entries()).toEqual(was);
  });
});

describe("of several files all are written or none:", () => {
  const writeAll = (...files: readonly string[]): void => writeFiles(files.map(text), { directory, createFolders: true });

  test("all, in folders that are created", () => {
    given({ b: "old" });
    writeAll("a/b/c", "b", "a/d");
    expect(entries()).toEqual(["a", "a/b", "a/b/c", "a/d", "b"]);
    expect(contentOf("b")).toBe("new b");
  });

  test.each([
    { sentence: "the last is a folder", files: ["new", "old", "deep/er/new", "folder"] },
    { sentence: "the first is a folder", files: ["folder", "new", "old"] },
    { sentence: "a folder would be where a file is", files: ["new", "old", "old/new"] },
    { sentence: "the last fails when all others are in their places", files: ["new", "old", "link", "deep/new", "/dev/full"] },
  ])("none, because $sentence", ({ files }) => {
    given({ old: "old", "folder/file": "", target: "old target" });
    symlinkSync("target", at("link"));
    const { ino, mode } = statSync(at("old"));
    const was = entries();
    expect(() => writeAll(...files)).toThrow(expect.objectContaining({ exitCode: exitCodes.unwritable }));
    expect(() => writeAll(...files)).toThrow("and nothing was changed");
    expect(entries()).toEqual(was);
    expect([contentOf("old"), contentOf("target")]).toEqual(["old", "old target"]);
    expect(statSync(at("old"))).toMatchObject({ ino, mode });
  });

  test("no folder is created for a file that the user specified", () => {
    expect(() => write("gone/policies.json")).toThrow("ENOENT");
    expect(existsSync(at("gone"))).toBe(false);
  });
});
