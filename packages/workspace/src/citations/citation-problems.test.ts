import { describe, expect, test } from "@jest/globals";
import { citationProblems } from "./citation-problems";
import { RepositoryText } from "./repository-text";

const FACTS = `# AWS facts

## ENIs

### ENI quota

AWS allows 500.

Source: [a page](https://example.com/page.html). Read 2026-11-23.

## Background

### ENI price

No charge.

Source: [a page](https://example.com/page.html). Observed 2026-11-23.
`;

const FILES = {
  "docs/aws-facts.md": FACTS,
  "docs/engine-facts.md": "# Engine facts\n",
  "docs/model.md": "# Model\n\nSee the [quota](aws-facts.md#eni-quota) and [the rule](#the-rule).\n\n## The rule\n\n## The rule\n",
  "packages/a/src/limits.ts": "/** The quota (docs/aws-facts.md#eni-quota). */\nexport const LIMIT = 500;\n",
};

/** What is wrong with a sound repository once these files are added or changed. */
function problems(changed: Readonly<Record<string, string>> = {}): readonly string[] {
  const texts = new Map(Object.entries({ ...FILES, ...changed }));
  return citationProblems(new RepositoryText(texts, [...texts.keys(), "packages/a/picture.png"]));
}

test("a repository in which every citation, link and path resolves has no problem", () => {
  expect(problems()).toEqual([]);
});

const noAnchor = (path: string, anchor: string): string =>
  `${path} has no heading with the anchor #${anchor}. Fix: cite one of its headings, or add this one.`;
const noFile = (path: string): string => `${path} does not exist. Fix: correct the path.`;

test.each([
  ["a comment cites no fact", "packages/a/src/b.ts", "\n// docs/aws-facts.md#eni-qota\n", 2, noAnchor("docs/aws-facts.md", "eni-qota")],
  ["a message cites no page", "packages/a/src/b.ts", 'throw new Error("see docs/none.md");', 1, noFile("docs/none.md")],
  ["a test cites no page", "e2e/src/b.test.ts", "// docs/none.md#x", 1, noFile("docs/none.md")],
  ["a schema cites no fact", "a.json", '{ "d": "(docs/aws-facts.md#none)" }', 1, noAnchor("docs/aws-facts.md", "none")],
  ["an expected preview cites no page", "examples/1/expected.txt", "why: docs/none.md, S", 1, noFile("docs/none.md")],
  ["a link leads to no page", "packages/a/README.md", "See [b](../b/README.md).", 1, noFile("packages/b/README.md")],
  ["a link leads to no heading", "packages/a/README.md", "[m](../../docs/model.md#rule)", 1, noAnchor("docs/model.md", "rule")],
  ["a link leads to no heading of its page", "README.md", "# A\n\n[b](#b)", 3, noAnchor("README.md", "b")],
  ["a link with a title leads to no page", "README.md", '[b](b.md "B")', 1, noFile("b.md")],
  ["a link of a table leads to no page", "README.md", "| a |\n| - |\n| [b](b.md) |", 3, noFile("b.md")],
  ["a link by reference leads to no page", "README.md", "[b]\n\n[b]: b.md", 3, noFile("b.md")],
  ["an image is missing", "README.md", "![b](packages/a/none.png)", 1, noFile("packages/a/none.png")],
  ["a guide names no folder", "ARCHITECTURE.md", "| `packages/none` |", 1, noFile("packages/none")],
  ["a guide's pattern matches no file", "CONTRIBUTING.md", "`packages/*/src/*.test.ts`", 1, noFile("packages/*/src/*.test.ts")],
  ["a guide's pattern matches in no folder", "CONTRIBUTING.md", "`packages/*/limits.ts`", 1, noFile("packages/*/limits.ts")],
  ["a link after blank lines leads to no page", "README.md", "\n\n[b](b.md)", 3, noFile("b.md")],
  ["a link after a block of code leads to no page", "README.md", "```md\n[b](none.md)\n```\n[b](b.md)", 4, noFile("b.md")],
  ["a guide's place for a name matches no file", "CONTRIBUTING.md", "`packages/<a>/lib/`", 1, noFile("packages/*/lib")],
])("is refused where %s", (_, file, text, line, what) => {
  expect(problems({ [file]: text })).toEqual([`${file}:${line}: ${what}`]);
});

test.each([
  ["a link to the web", "README.md", "[b](https://example.com/docs/none.md#x) [c](mailto:a@example.com)"],
  ["a link in a block of code", "README.md", "```md\n[b](none.md)\n# no heading\n```\n"],
  ["a link in a code span", "README.md", "Write `[b](none.md)`."],
  ["a link to a folder", "README.md", "[a](packages/a/) [b](./packages/a/src)"],
  ["a link to a file that is no text", "README.md", "![a](packages/a/picture.png)"],
  ["a line of a source", "README.md", "[a](packages/a/src/limits.ts#L1)"],
  ["the second heading with one text", "README.md", "[a](docs/model.md#the-rule-1)"],
  ["a heading with code and marks", "README.md", "[a](#what-ab-costs-10-)\n\n## What `a.b` costs: 10 %\n"],
  ["a path of a user's project in another page", "README.md", "`packages/none/index.ts`"],
  ["a command in a guide", "CONTRIBUTING.md", "`npx nx test packages/none`"],
  ["a pattern of a guide", "CONTRIBUTING.md", "`packages/*/src/*.ts`, `packages/**/*.ts`, `packages/<a>/src`"],
])("%s is left alone", (_, file, text) => {
  expect(problems({ [file]: text })).toEqual([]);
});

describe("a fact", () => {
  const page = (part: string, by: string): Readonly<Record<string, string>> => ({ "docs/aws-facts.md": FACTS.replace(part, by) });

  test("that nothing cites is refused outside Background", () => {
    expect(problems(page("## Background\n", "## Prices\n"))).toEqual([
      "docs/aws-facts.md:13: nothing cites the fact #eni-price. Fix: cite it, move it to Background, or delete it.",
    ]);
  });

  test.each([
    ["a link", "[a page](https://example.com/page.html)", "a page"],
    ["a day", ". Read 2026-11-23", ""],
    ["a whole day", "2026-11-23", "2026-11"],
  ])("without %s is refused", (_, part, by) => {
    expect(problems(page(part, by))).toEqual([
      "docs/aws-facts.md:5: the fact #eni-quota has no source and day. Fix: end it with `Source: [title](https://…). Read YYYY-MM-DD.`.",
    ]);
  });
});

test.each([
  ["(Lambda Developer Guide, configuration-vpc)", "Developer Guide"],
  ["(EC2 API Reference, CreateSubnet)", "API Reference"],
  ["(DG-VPC)", "DG-VPC"],
  ["(source: EC2 API, CreateVpc)", "source: EC2 "],
  ["https://docs.aws.amazon.com/x", "docs.aws.amazon.com"],
])("a source in another form is refused: %s", (text, form) => {
  expect(problems({ "packages/a/src/b.ts": `// ${text}` })).toEqual([
    `packages/a/src/b.ts:1: "${form}" cites no anchor. Fix: state the fact in docs/aws-facts.md and cite its anchor.`,
  ]);
});

test("problems are sorted by file and line", () => {
  const found = problems({ "b.md": "[x](y.md)\n[x](z.md)", "a.md": "[x](y.md)" });
  expect(found.map((problem) => problem.replace(/: .*/, ""))).toEqual(["a.md:1", "b.md:1", "b.md:2"]);
});
