import { describe, expect, test } from "@jest/globals";
import { generatedDocuments } from "./generated-documents";
import { samplePlace } from "../testing/sample-pack";

const documents = generatedDocuments([samplePlace]);

/** What the document becomes whose text is `text`. */
function written(path: string, text = ""): string {
  const document = documents.find((one) => one.path === path);
  if (document === undefined) throw new Error(`nothing writes ${path}`);
  return document.write(text);
}

const page = `# old name

**Old title.** Severity low, level mandatory.

## Why

Because.

## Configuration

<!-- generated: configuration -->
<!-- /generated -->

More words.
`;

test("the documents of a pack are its README, its file for the engine, schema, presets and a page a policy", () => {
  expect(documents.map(({ path }) => path)).toEqual([
    "policies/sample/README.md",
    "policies/sample/PulumiPolicy.yaml",
    "policies/sample/configuration.schema.json",
    "policies/sample/presets/recommended.json",
    "policies/sample/presets/strict.json",
    "policies/sample/src/few-functions.md",
  ]);
});

test("a policy without a page gets none: only its author can say why it is there", () => {
  const paths = generatedDocuments([{ ...samplePlace, pages: new Map() }]).map(({ path }) => path);
  expect(paths).not.toContain("policies/sample/src/few-functions.md");
});

describe("a page", () => {
  const text = written("policies/sample/src/few-functions.md", page);

  test("begins with the policy's name, title, severity and level, and keeps its author's sections", () => {
    expect(text).toMatch(
      /^# few-functions\n\n\*\*A stack has few functions in a VPC\.\*\* Severity low, level advisory\. Refused before creation: no\.\n\n## Why\n\nBecause\./,
    );
    expect(text).toContain("More words.");
  });

  test("shows each key with meaning, what it accepts and what holds without it; a bar in a text breaks no cell", () => {
    expect(text).toContain("| `max` | Functions in a VPC. | a whole number, at least 1 | 50 |");
    expect(text).toContain("| `maxSets` | Sets: a \\| b. | a whole number, at least 1 | no limit |");
    expect(text).toContain("| `onUndecided` |");
  });

  test("without the place for the table is refused with what to write", () => {
    expect(() => written("policies/sample/src/few-functions.md", "# few-functions\n")).toThrow("<!-- generated: configuration -->");
  });
});

test("the table of policies is in the pack of all policies; the other packs link to their pages", () => {
  const place = "<!-- generated: policies --><!-- /generated --><!-- generated: settings --><!-- /generated -->";
  const ofAll = generatedDocuments([{ ...samplePlace, folder: "policies/lambda-vpc" }]).find(
    ({ path }) => path === "policies/lambda-vpc/README.md",
  );
  expect(ofAll?.write(place)).toContain("| [`few-functions`](../sample/src/few-functions.md) | A stack has few functions in a VPC. |");
  expect(written("policies/sample/README.md", place)).toContain("\n- [`few-functions`](src/few-functions.md)\n");
  expect(written("policies/sample/README.md", place)).not.toContain("A stack has few functions");
});

test("a pack's README shows what all its policies listen to", () => {
  const places = "<!-- generated: policies --><!-- /generated --><!-- generated: settings --><!-- /generated -->";
  expect(written("policies/sample/README.md", places)).toMatch(/\| `waivers\.entries` \| Findings to accept until a date/);
});

test("a description with a colon stays one YAML string", () => {
  expect(written("policies/sample/PulumiPolicy.yaml")).toBe('runtime: nodejs\ndescription: "Says: few."\n');
});
