import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const repository = resolve(__dirname, "../../..");

/** What `npm run lint:words` prints of a file with this text, and its exit code. */
function linted(path: string, text: string): { readonly printed: string; readonly status: number | null } {
  const folder = mkdtempSync(join(tmpdir(), "words-"));
  try {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    const command = join(repository, "packages/workspace/lint/words/lint-words.cjs");
    const { stdout, stderr, status } = spawnSync(process.execPath, [command, path], { cwd: folder, encoding: "utf8" });
    return { printed: `${stdout}${stderr}`, status };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const refused = (place: string, words: string): object => ({ printed: expect.stringMatching(`^${place}: ${words} => .+\n$`), status: 1 });
const accepted = { printed: "", status: 0 };

test.each([
  ["a page", "docs/page.md", "# Page\n\nOne fact.\nThe whole house.\n", "docs/page.md:4:11", "house"],
  ["a heading", "docs/page.md", "## Who tells\n", "docs/page.md:1:8", "tells"],
  ["a table of a page", "docs/page.md", "| Rule |\n| --- |\n| says no |\n", "docs/page.md:3:3", "says"],
  ["a link's text", "docs/page.md", "[the rooms](x.md)\n", "docs/page.md:1:6", "rooms"],
  ["a doc comment", "packages/a/src/b.ts", "/**\n * What this\n * tells.\n */\nexport const b = 1;\n", "packages/a/src/b.ts:3:4", "tells"],
  ["a line comment", "e2e/src/a.test.ts", "const a = 1; // what this says\n", "e2e/src/a.test.ts:1:27", "says"],
  ["a message", "packages/a/src/b.ts", 'throw new Error("zones cannot be had");\n', "packages/a/src/b.ts:1:31", "be had"],
  ["a template", "policies/a/src/b.ts", "const b = `${n} of\n  the ${`${m} rooms`}`;\n", "policies/a/src/b.ts:2:15", "rooms"],
  ["a template without a placeholder", "policies/a/src/b.ts", "const b = `\n  --x  the rooms`;\n", "policies/a/src/b.ts:2:12", "rooms"],
  ["a template before a code span", "policies/a/src/b.ts", "const b = `the rooms \\`x\\``;\n", "policies/a/src/b.ts:1:16", "rooms"],
  ["a message of a module", "packages/a/src/b.mts", 'throw new Error("the rooms");\n', "packages/a/src/b.mts:1:22", "rooms"],
  ["a comment in JavaScript", "packages/a/lint/b.cjs", "// the rooms\n", "packages/a/lint/b.cjs:1:8", "rooms"],
  [
    "a message of an example's pack",
    "examples/a/policy-pack/src/b.ts",
    'const b = "the rooms";\n',
    "examples/a/policy-pack/src/b.ts:1:16",
    "rooms",
  ],
  ["a phrase over two lines", "docs/page.md", "A waiver lives\nwith it.\n", "docs/page.md:1:10", "lives with"],
  ["a phrase over two line comments", "bench/a.ts", "// A waiver lives\n// with it.\n", "bench/a.ts:1:13", "lives with"],
])("a refused word in %s is reported with file and line", (_, path, text, place, words) => {
  expect(linted(path, text)).toEqual(refused(place, words));
});

test.each([
  ["a code span", "docs/page.md", "The key `house` and `rooms`.\n"],
  ["a block of code", "docs/page.md", "```\nsay\n```\n"],
  ["an id", "docs/page.md", "# subnet-has-room\n"],
  ["code", "packages/a/src/b.ts", "const told = house.rooms(says);\n"],
  ["a text of one word, which is a key and no message", "packages/a/src/b.ts", 'const key = "told";\n'],
  ["the path of a module", "packages/a/src/b.ts", 'import { a } from "./told/a b";\n'],
  ["a code span of a comment", "packages/a/src/b.ts", "/** Reads `told` and {@link Speaker.speak}. */\n"],
  ["a pattern", "packages/a/src/b.ts", "const pattern = /it says/; // a pattern\n"],
  ["a string of a test", "packages/a/src/b.test.ts", 'expect(line).toBe("it says no");\n'],
])("%s is left alone", (_, path, text) => {
  expect(linted(path, text)).toEqual(accepted);
});
