import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { packFolders } from "./load-packs";
import { missingParts } from "./missing-parts";
import { readPackFiles } from "./pack-files";

const repository = resolve(__dirname, "../../../..");
const folder = "policies/eni-consolidation";

test.each(packFolders(repository))("every policy of %s has source, test, page and index entry", (pack) => {
  expect(missingParts(readPackFiles(repository, pack))).toEqual([]);
});

describe("in a copy of the pack", () => {
  let copy: string;
  let before: readonly string[];

  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), "pack-"));
    cpSync(join(repository, folder, "src"), join(copy, folder, "src"), { recursive: true });
    before = missingParts(readPackFiles(copy, folder));
  });

  afterEach(() => {
    rmSync(copy, { recursive: true });
  });

  const file = (name: string): string => join(copy, folder, "src", name);
  const edit = (name: string, change: (text: string) => string): void => {
    const [before, after] = [readFileSync(file(name), "utf8"), change(readFileSync(file(name), "utf8"))];
    expect(after).not.toBe(before);
    writeFileSync(file(name), after);
  };
  /** What is reported after the change. */
  const missing = (): readonly string[] => missingParts(readPackFiles(copy, folder)).filter((sentence) => !before.includes(sentence));

  test.each([
    { removed: "eni-budget.md", sentence: `policy eni-budget has no page: write ${folder}/src/eni-budget.md` },
    {
      removed: "eni-budget.test.ts",
      sentence: `policy eni-budget has no test: write ${folder}/src/eni-budget.test.ts with a table for testPolicy`,
    },
    {
      removed: "eni-budget.ts",
      sentence: `policy eni-budget has no source: write ${folder}/src/eni-budget.ts with definePolicy({ id: "eni-budget", … })`,
    },
    { removed: "index.ts", sentence: `${folder} has no index: write ${folder}/src/index.ts, which exports the pack` },
  ])("without $removed it says: $sentence", ({ removed, sentence }) => {
    rmSync(file(removed));
    expect(missing()).toEqual([sentence]);
  });

  const moveToFolder = (...suffixes: readonly string[]): void => {
    mkdirSync(file("quota"));
    for (const suffix of suffixes) renameSync(file(`eni-budget${suffix}`), file(`quota/eni-budget${suffix}`));
    edit("index.ts", (text) => text.replace('"./eni-budget"', '"./quota/eni-budget"'));
  };

  test("a policy whose parts are together in a folder lacks nothing", () => {
    moveToFolder(".ts", ".test.ts", ".md");
    expect(missing()).toEqual([]);
  });

  test("a part that is not in the folder of its policy is reported", () => {
    moveToFolder(".ts", ".test.ts");
    expect(missing()).toContain(`policy eni-budget has no page: write ${folder}/src/quota/eni-budget.md`);
  });

  test("a test that holds no table is told what to call", () => {
    edit("eni-budget.test.ts", (text) => text.replaceAll("testPolicy(", "describe("));
    expect(missing()).toEqual([`the test ${folder}/src/eni-budget.test.ts has no table: call testPolicy(policy, rows)`]);
  });

  test("a policy that the index imports but does not list is told", () => {
    edit("index.ts", (text) => text.replace(/(policies: \[[^\]]*?)\beniBudget,?/, "$1"));
    expect(missing()).toEqual([
      `policy eni-budget is not in the index: import it in ${folder}/src/index.ts and list it among the policies`,
    ]);
  });

  test.each(["Why", "Avoid", "Prefer", "Configuration", "Why this level", "When not to use it"])(
    'a page without "## %s" is told the section',
    (section) => {
      edit("eni-budget.md", (text) => text.replace(`## ${section}\n`, `**${section}**\n`));
      expect(missing()).toContain(`the page ${folder}/src/eni-budget.md lacks the section "## ${section}"`);
    },
  );

  test("a page with its sections in another order is told the order", () => {
    edit("eni-budget.md", (text) => text.replace("## Avoid", "## X").replace("## Prefer", "## Avoid").replace("## X", "## Prefer"));
    expect(missing().join()).toContain("has its sections in another order than Why, Avoid, Prefer");
  });

  test("a page without a program under Avoid is told so", () => {
    edit("eni-budget.md", (text) => text.replace("```ts", "```text"));
    expect(missing()).toEqual([`the page ${folder}/src/eni-budget.md shows no program under "## Avoid": write a block of \`\`\`ts`]);
  });
});
