import { expect, test } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type FormatName, formats } from "../index";
import { documentOf } from "../testing/document-of";
import { resourcesOf } from "../testing/sample-stack";

const document = documentOf(
  resourcesOf({
    functions: {
      audit: { group: 0, subnets: [0, 1] },
      cart: { group: 1, subnets: [0, 1] },
      mails: { group: 2, subnets: [0], unknown: true },
    },
    prefixLength: 28,
  }),
);

/** Each is read by a person before it is committed: UPDATE_EXPECTED=true writes them. */
test.each<{ format: FormatName; file: string }>([
  { format: "text", file: "sample.txt" },
  { format: "markdown", file: "sample.md.txt" },
  { format: "junit", file: "sample.junit.xml" },
])("$format is as in goldens/$file", ({ format, file }) => {
  const path = join(__dirname, "../testing/goldens", file);
  const rendered = formats[format].render(document);
  if (process.env["UPDATE_EXPECTED"] === "true") writeFileSync(path, rendered);
  expect(rendered).toBe(readFileSync(path, "utf8"));
});
