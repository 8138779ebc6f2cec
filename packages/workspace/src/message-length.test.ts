import { expect, test } from "@jest/globals";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseReport } from "@lambda-vpc/policy-kit";

const repository = join(__dirname, "../../..");

const textsOf = (pattern: string): readonly { readonly path: string; readonly text: string }[] =>
  globSync(pattern, { cwd: repository }).map((path) => ({ path, text: readFileSync(join(repository, path), "utf8") }));

/** The messages of a printed preview: the lines below each `- [level]`. */
function messagesOf(preview: string): readonly string[] {
  return preview
    .split(/^ *- \[.*\n/m)
    .slice(1)
    .map((entry) => entry.replace(/^ {10}/gm, ""));
}

const examples = textsOf("examples/*/expected-preview*.txt");
const cases = textsOf("e2e/cases/*/*/preview-*.txt");
const messages = [...examples, ...cases].flatMap(({ path, text }) => messagesOf(text).map((message) => ({ path, message })));

test("the examples and the cases print messages with which to check these limits", () => {
  expect(messages.length).toBeGreaterThan(8);
});

test.each([
  { what: "an example's preview", previews: examples, most: 190 },
  // The names in cases are as long as those of teams.
  { what: "a case's preview", previews: cases, most: 190 },
])(
  "no line of $what has more than $most characters, but a block and a fix of several steps have one long line each",
  ({ previews, most }) => {
    const lines = previews
      .flatMap(({ text }) => text.split("\n"))
      .filter((line) => !/^ *fix: .*, and |^ *fix: Update 1: |\)\. First: /.test(line));
    expect(lines.filter((line) => line.length > most)).toEqual([]);
  },
);

test.each([
  { sentence: "12 functions with a role, an attachment and a group each", name: "repetitive-findings", most: 12 },
  { sentence: "60 functions of six teams", name: "sixty-functions", most: 40 },
])("the findings of $sentence have at most $most lines", ({ name, most }) => {
  const [preview, ...others] = cases.filter(({ path }) => path.includes(`/${name}/`));
  expect(others).toEqual([]);
  const findings = (preview?.text ?? "").split("\n").filter((line) => line.startsWith("        "));
  expect(findings.length).toBeGreaterThan(4);
  expect(findings.length).toBeLessThanOrEqual(most);
});

test("a violation has at most four lines, and an undecided message at most four facts", () => {
  const linesOf = (message: string): number => {
    const report = parseReport(message);
    return report.kind === "undecided" ? report.findings.length : message.trimEnd().split("\n").length;
  };
  expect(messages.filter(({ message }) => linesOf(message) > 4)).toEqual([]);
});

test("no reason with a source has more than 140 characters besides its names and numbers", () => {
  const reasons = textsOf("policies/*/src/**/*.ts")
    .filter(({ path }) => !path.endsWith(".test.ts"))
    .flatMap(({ text }) => [...text.matchAll(/(["`])([^"`\n]*\(docs\/aws-facts\.md#[^"`\n]*)\1/g)])
    .map(([, , reason = ""]) => reason.replace(/\$\{[^}]*\}/g, ""));
  expect(reasons.length).toBeGreaterThan(20);
  expect(reasons.filter((reason) => reason.length > 140)).toEqual([]);
});
