import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { onlyThePolicy, pageExamples } from "./pages";
import { printedFindings } from "@lambda-vpc/test-stacks/printed-findings";
import { programSource } from "./program-source";
import { typeErrors } from "@lambda-vpc/test-stacks/compile";
import { openStage, type Stage } from "./stage";
import { printed, repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

const examples = pageExamples();
const shown = (section: string): typeof examples => examples.filter((example) => example.section === section);

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

test("the programs of all pages compile", () => {
  const sources = new Map(examples.map(({ name, text }) => [`${name}.ts`, programSource(text)]));
  expect(typeErrors(sources, `${repositoryRoot}/e2e`)).toEqual([]);
});

test.each(shown("Avoid"))("what the page of $policy says to avoid ($name) is exactly one finding of it", async (example) => {
  const result = await stage.preview(programSource(example.text), example.pack, onlyThePolicy(example));
  const findings = printedFindings(result.stdout).map(({ policy }) => policy);
  expect({ findings, printed: findings.length === 1 ? "" : printed(result) }).toEqual({ findings: [example.policy], printed: "" });
});

test.each(shown("Prefer"))("what the page of $policy prefers ($name) is refused by no policy, and this one is silent", async (example) => {
  const result = await stage.preview(programSource(example.text), "policies/lambda-vpc", example.configuration);
  const findings = printedFindings(result.stdout).filter(({ policy, level }) => policy === example.policy || level === "mandatory");
  expect({ findings, exitCode: result.exitCode, printed: result.exitCode === 0 ? "" : printed(result) }).toEqual({
    findings: [],
    exitCode: 0,
    printed: "",
  });
});
