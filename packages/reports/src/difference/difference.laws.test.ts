import { describe, expect, test } from "@jest/globals";
import { printable } from "@lambda-vpc/model";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { differenceFormats, formats, hasChange, MARKDOWN_LIMIT } from "../index";
import { differenceBetween, noPolicies } from "../testing/difference-between";
import { documentOf, strictConfiguration } from "../testing/document-of";
import { publishing, sampleAfter, sampleBefore } from "../testing/sample-difference";
import { arbitraryStack, resourcesOf } from "../testing/sample-stack";

const options = { numRuns: 30 };
const pairs = fc.tuple(arbitraryStack, arbitraryStack).map(([before, after]) => [resourcesOf(before), resourcesOf(after)] as const);

describe("goldens, each read by a person before it is committed: UPDATE_EXPECTED=true writes them", () => {
  test.each([
    { format: "text", file: "difference.txt" },
    { format: "markdown", file: "difference.md.txt" },
  ] as const)("$format is as in goldens/$file", ({ format, file }) => {
    const path = join(__dirname, "../testing/goldens", file);
    const rendered = differenceFormats[format].render(differenceBetween(sampleBefore, sampleAfter));
    if (process.env["UPDATE_EXPECTED"] === "true") writeFileSync(path, rendered);
    expect(rendered).toBe(readFileSync(path, "utf8"));
  });
});

test("a stack that is compared with itself has no change and no new finding, in every format", () => {
  checkLaw(
    { "the stack has a finding": 50, "the stack has a function": 60 },
    [arbitraryStack],
    (stack, met) => {
      const resources = resourcesOf(stack);
      const document = differenceBetween(resources, resources);
      met("the stack has a finding", (document.findings?.kept ?? 0) > 0);
      met("the stack has a function", document.combinations.after.max !== 0);
      expect(hasChange(document)).toBe(false);
      expect(document.vpcs.flatMap(({ added, removed }) => [...added, ...removed])).toEqual([]);
      expect(document.findings).toMatchObject({ added: [], removed: [] });
      expect(differenceFormats.text.render(document).split("\n")[0]).toMatch(/No combination is added or removed: \d+ combinations?\.$/);
      expect(differenceFormats.junit.render(document)).toContain('failures="0"');
      expect(JSON.parse(differenceFormats.sarif.render(document))).toMatchObject({ runs: [{ results: [] }] });
    },
    options,
  );
});

test("the counts are those of both assessments, and every format has them", () => {
  checkLaw(
    { "something is added": 40, "something is removed": 40, "a finding is new": 30 },
    [pairs],
    ([before, after], met) => {
      const document = differenceBetween(before, after);
      const { combinations, findings } = document;
      met("something is added", (combinations.added.min ?? 0) > 0);
      met("something is removed", (combinations.removed.min ?? 0) > 0);
      met("a finding is new", (findings?.added.length ?? 0) > 0);
      const [old, present] = [documentOf(before, strictConfiguration), documentOf(after, strictConfiguration)];
      expect([combinations.before, combinations.after]).toEqual([old.plan.combinations, present.plan.combinations]);
      expect(findings?.added.length).toBe((findings?.removed.length ?? 0) + present.findings.length - old.findings.length);
      const kept = present.findings.filter(({ fingerprint }) => old.findings.some((one) => one.fingerprint === fingerprint));
      expect(findings?.kept).toBe(kept.length);
      const results = [...differenceFormats.sarif.render(document).matchAll(/"ruleId": /g)].length;
      expect(results).toBe(findings?.added.length);
      for (const { render } of [differenceFormats.text, differenceFormats.markdown]) {
        const text = render(document).replaceAll("\\", "");
        expect(text.includes("No combination is added or removed") || text.includes("during the changeover.")).toBe(true);
      }
    },
    options,
  );
});

test("no name is markup, a control character or a further line, and order never matters", () => {
  const cases = pairs.chain(([before, after]) =>
    fc.tuple(fc.constant(before), fc.constant(after), fc.shuffledSubarray([...after], { minLength: after.length })),
  );
  checkLaw(
    { "a hostile name": 40 },
    [cases],
    ([before, after, shuffled], met) => {
      met(
        "a hostile name",
        [...before, ...after].some(({ urn }) => urn.includes("evil")),
      );
      const document = differenceBetween(before, after);
      const text = differenceFormats.text.render(document).split("\n");
      expect(text).toEqual(text.map(printable));
      const all = Object.values(differenceFormats).map(({ render }) => render(document));
      expect(all.join("\n")).not.toContain("\u001b");
      expect(differenceFormats.markdown.render(document)).not.toMatch(/<b>|@team|\n::/);
      expect(differenceFormats.json.render(differenceBetween(before, shuffled))).toBe(differenceFormats.json.render(document));
    },
    options,
  );
});

test("Markdown is never longer than its limit, and states what it leaves out", () => {
  checkLaw(
    { "parts are left out": 30 },
    [pairs, fc.integer({ min: 700, max: 6000 })],
    ([before, after], limit, met) => {
      const document = differenceBetween(before, after);
      const [whole, limited] = [differenceFormats.markdown.render(document), differenceFormats.markdown.render(document, { limit })];
      met("parts are left out", limited !== whole);
      expect(whole.length).toBeLessThan(MARKDOWN_LIMIT);
      expect(limited.length).toBeLessThanOrEqual(limit);
      expect(limited === whole || limited.includes("left out")).toBe(true);
      expect(limited.split("\n").slice(0, 5)).toEqual(whole.split("\n").slice(0, 5));
    },
    options,
  );
});

test("without a pack, findings are not compared and no format of findings has one", () => {
  const document = differenceBetween(sampleBefore, sampleAfter, { pack: noPolicies, configuration: {} });
  expect(document.findings).toBeNull();
  expect(differenceFormats.text.render(document)).not.toContain("New:");
});

test("what published versions hold lingers until they are deleted", () => {
  const document = differenceBetween(publishing(0), publishing(2));
  expect(document.vpcs.flatMap(({ removed }) => removed)).toMatchObject([{ lingering: { until: "versions" } }]);
  expect(differenceFormats.text.render(document)).toContain("until the published versions of audit are deleted");
});

test("no text that the source marks as secret is in any format", () => {
  const document = differenceBetween(sampleBefore, sampleAfter, { secrets: ["sg-elsewhere"] });
  const all = Object.values(differenceFormats).map(({ render }) => render(document));
  expect(all.join("\n")).not.toContain("sg-elsewhere");
});

test("the formats of findings are those of an assessment", () => {
  expect(Object.keys(differenceFormats).filter((name) => !Object.hasOwn(formats, name))).toEqual([]);
});
