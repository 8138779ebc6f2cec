import { expect, test } from "@jest/globals";
import { pagePrograms } from "./page-program";
import { readPage } from "./policy-page";

const page = `# x

## Avoid

\`\`\`json
{ "x": { "max": 1 } }
\`\`\`

\`\`\`ts
## not a heading
\`\`\`

## Prefer

\`\`\`ts
second();
third();
\`\`\`

## Configuration

\`\`\`json
{ "x": "advisory" }
\`\`\`
`;

test("a heading inside a block is code", () => {
  expect(readPage(page).sections).toEqual(["Avoid", "Prefer", "Configuration"]);
});

test("the programs are the TypeScript blocks under Avoid and Prefer, under the configuration last shown before them", () => {
  const configuration = { x: { max: 1 } };
  expect(pagePrograms(page)).toEqual([
    { section: "Avoid", text: "## not a heading", configuration },
    { section: "Prefer", text: "second();\nthird();", configuration },
  ]);
});
