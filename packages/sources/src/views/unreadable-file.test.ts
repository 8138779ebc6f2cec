import { planEnis, resolveNetwork } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readPreviewJson } from "./preview-json";
import { readNetwork } from "../read-network";
import { readStateFile } from "./state-file";
import { previewJsonOf } from "../testing/preview-json-of";
import { idOf } from "../testing/program";
import { lambda, securityGroup, subnet, vpc } from "../testing/sample-resources";
import { stateFileOf } from "../testing/state-file-of";
import { type UnreadableCode, UnreadableFile } from "./unreadable-file";

const main = vpc("main");
const [one, group] = [subnet("one", main), securityGroup("group", { vpcId: idOf(main), egress: [{ protocol: "-1" }] })];
const program = [main, one, group, lambda("orders", { subnetIds: [idOf(one)], securityGroupIds: [idOf(group)] })];
const [preview, state] = [previewJsonOf(program), stateFileOf(program)];

const views = [
  { view: "a preview", valid: preview, read: readPreviewJson, fix: "Pass the complete output of `pulumi preview --json --show-sames`" },
  {
    view: "a state file",
    valid: state,
    read: (text: string) => readStateFile(text).resources,
    fix: "Pass the complete output of `pulumi stack export`",
  },
];

/** The error that reading gives; undefined where the text is read. */
function faultOf(read: (text: string) => unknown, text: string): UnreadableFile | undefined {
  try {
    read(text);
    return undefined;
  } catch (error) {
    if (error instanceof UnreadableFile) return error;
    throw error;
  }
}

describe.each(views)("instead of $view", ({ valid, read, fix }) => {
  const rows: readonly { sentence: string; text: string; code: UnreadableCode; where: string }[] = [
    { sentence: "prose is not JSON", text: "Previewing update (dev)", code: "not-json", where: "line 1, column 1" },
    { sentence: "a second document is told where it begins", text: `${valid}\n${valid}`, code: "not-json", where: "line 2, column 1" },
    { sentence: "nothing is a truncated document", text: "", code: "truncated", where: "the end" },
    { sentence: "a list is another document", text: "[]", code: "wrong-document", where: "the document" },
    { sentence: "an empty object is another document", text: "{}", code: "wrong-document", where: "the document" },
    { sentence: "null is another document", text: "null", code: "wrong-document", where: "the document" },
  ];

  test.each(rows)("$sentence", ({ text, code, where }) => {
    expect(faultOf(read, text)).toMatchObject({ code, where, fix });
  });

  test("each beginning of a document is told to be truncated", () => {
    const beginnings = fc.nat({ max: valid.length - 1 }).map((length) => valid.slice(0, length));
    fc.assert(fc.property(beginnings, (text) => expect(faultOf(read, text)?.code).toBe("truncated")));
  });

  test("a byte order mark before the document does not matter", () => {
    expect(read(`\uFEFF${valid}`)).toEqual(read(valid));
  });
});

test("the two documents are not taken for each other", () => {
  expect(faultOf(readPreviewJson, state)?.message).toBe(
    'the document: expected an object with "steps". Pass the complete output of `pulumi preview --json --show-sames`.',
  );
  expect(faultOf(readStateFile, preview)?.message).toBe(
    'the document: expected an object with "version". Pass the complete output of `pulumi stack export`.',
  );
});

describe("a state file", () => {
  const rows: readonly { sentence: string; state: unknown; code: UnreadableCode; where: string }[] = [
    { sentence: "of an older version", state: { version: 2, deployment: {} }, code: "unknown-version", where: "version" },
    { sentence: "of a version to come", state: { version: 5, deployment: {} }, code: "unknown-version", where: "version" },
    { sentence: "that a backend keeps for itself", state: { version: 3, checkpoint: {} }, code: "wrong-document", where: "the document" },
    { sentence: "with a version in words", state: { version: "3", deployment: {} }, code: "wrong-document", where: "version" },
    {
      sentence: "with a resource that has no type",
      state: { version: 3, deployment: { resources: [{ urn: "urn:a", type: "t" }, { urn: "urn:b" }] } },
      code: "wrong-document",
      where: "deployment.resources[1]",
    },
    {
      sentence: "with a dependency that is no text",
      state: { version: 3, deployment: { resources: [{ urn: "urn:a", type: "t", propertyDependencies: { vpcConfig: ["urn:b", 1] } }] } },
      code: "wrong-document",
      where: "deployment.resources[0].propertyDependencies.vpcConfig[1]",
    },
  ];

  test.each(rows)("$sentence is refused, with the place", ({ state: document, code, where }) => {
    expect(faultOf(readStateFile, JSON.stringify(document))).toMatchObject({ code, where });
  });
});

describe("a preview", () => {
  const whole = JSON.parse(preview) as { readonly steps: readonly { readonly op: string }[]; readonly changeSummary: object };
  const error = (message: string): object => ({ diagnostics: [{ message, severity: "error" }] });
  const rows: readonly { sentence: string; change: object; code: UnreadableCode; where: string }[] = [
    { sentence: "whose program failed", change: error("error: it gave up"), code: "unfinished-preview", where: "diagnostics[0]" },
    { sentence: "that was interrupted", change: { changeSummary: null }, code: "unfinished-preview", where: "the document" },
    { sentence: "without --show-sames", change: { changeSummary: { same: 7 } }, code: "unchanged-left-out", where: "the document" },
    {
      sentence: "with an operation to come",
      change: { steps: [...whole.steps.slice(0, 2), { ...whole.steps[2], op: "graft" }] },
      code: "unknown-version",
      where: "steps[2].op",
    },
    { sentence: "with a step without its state", change: { steps: [{ op: "create" }] }, code: "wrong-document", where: "steps[0]" },
  ];

  test.each(rows)("$sentence is refused, with the place", ({ change, code, where }) => {
    expect(faultOf(readPreviewJson, JSON.stringify({ ...whole, ...change }))).toMatchObject({ code, where });
  });

  test("that policies refused is whole, and is read", () => {
    const refused = JSON.stringify({ ...whole, ...error("error: preview failed\n") });
    expect(readPreviewJson(refused)).toEqual(readPreviewJson(preview));
  });
});

test.each<{ sentence: string; read: (text: string) => unknown; document: object; message: RegExp }>([
  {
    sentence: "a state file of another version",
    ...{
      read: readStateFile,
      document: { version: 2, deployment: {} },
      message: /^version: version 2 .* 3 and 4\. Export it with a current/,
    },
  },
  {
    sentence: "a preview with an operation to come",
    ...{ read: readPreviewJson, document: { steps: [{ op: "graft" }], changeSummary: {} } },
    message: /^steps\[0\]\.op: this operation .*\. Read the preview with a current release\.$/,
  },
  {
    sentence: "a preview that did not complete",
    ...{ read: readPreviewJson, document: { steps: [] }, message: /^the document: the preview did not .*\. Fix the preview, then .*\.$/ },
  },
  {
    sentence: "a preview that leaves out two of three resources",
    ...{ read: readPreviewJson, message: /^the document: 2 unchanged resources .*\. Run the preview with `--show-sames`\.$/ },
    document: { steps: [{ op: "same", newState: { urn: "urn:1", type: "t" } }], changeSummary: { same: 3 } },
  },
])("$sentence is refused with what is wrong and what to do", ({ read, document, message }) => {
  expect(faultOf(read, JSON.stringify(document))?.message).toMatch(message);
});

describe("a preview with diagnostics", () => {
  const withDiagnostic = (diagnostic: object): string =>
    JSON.stringify({ steps: [], changeSummary: {}, diagnostics: [{ severity: "info", message: "started" }, diagnostic] });

  test.each<{ sentence: string; diagnostic: object; where: string | undefined }>([
    { sentence: "a warning is no failure", diagnostic: { severity: "warning", message: "deprecated" }, where: undefined },
    { sentence: "a diagnostic without a severity is no failure", diagnostic: { message: "deprecated" }, where: undefined },
    {
      sentence: '"preview failed" alone, which a preview that policies refused reports, is no failure',
      diagnostic: { severity: "error", message: "preview failed" },
      where: undefined,
    },
    { sentence: "an error is a failure", diagnostic: { severity: "error", message: "it gave up" }, where: "diagnostics[1]" },
    { sentence: "an error without a message is a failure", diagnostic: { severity: "error" }, where: "diagnostics[1]" },
    {
      sentence: 'an error that goes on after "preview failed" is a failure',
      diagnostic: { severity: "error", message: "error: preview failed: no token" },
      where: "diagnostics[1]",
    },
    {
      sentence: 'an error that begins before "preview failed" is a failure',
      diagnostic: { severity: "error", message: "nested preview failed" },
      where: "diagnostics[1]",
    },
  ])("$sentence", ({ diagnostic, where }) => {
    expect(faultOf(readPreviewJson, withDiagnostic(diagnostic))?.where).toBe(where);
  });
});

describe("nothing crashes a reader, and whatever is read makes a plan", () => {
  const planned = (read: (text: string) => ReturnType<typeof readPreviewJson>, text: string): void => {
    faultOf((file) => planEnis(resolveNetwork(readNetwork(read(file)))), text);
  };

  test.each(views)("any text instead of $view", ({ read }) => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => planned(read, text)));
  });

  test.each(views)("$view with any part replaced by anything", ({ read, valid }) => {
    const parts = paths(JSON.parse(valid));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...parts), fc.jsonValue()), { minLength: 1, maxLength: 3 }), (changes) => {
        const damaged = changes.reduce<unknown>((document, [path, value]) => replaced(document, path, value), JSON.parse(valid));
        planned(read, JSON.stringify(damaged));
      }),
      { numRuns: 1000 },
    );
  });
});

type Path = readonly string[];

/** The paths of every part of a document. */
function paths(document: unknown): readonly Path[] {
  if (typeof document !== "object" || document === null) return [[]];
  return [[], ...Object.entries(document).flatMap(([name, part]) => paths(part).map((path) => [name, ...path]))];
}

function replaced(document: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value;
  if (typeof document !== "object" || document === null) return document;
  const copy: Record<string, unknown> = { ...document };
  copy[first] = replaced(copy[first], rest, value);
  return Array.isArray(document) ? Object.values(copy) : copy;
}
