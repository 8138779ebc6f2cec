import { expect, test } from "@jest/globals";
import { lambdaVpc } from "@lambda-vpc/lambda-vpc";
import { formatCounted, planEnis, printable, resolveNetwork } from "@lambda-vpc/model";
import { reportStack } from "@lambda-vpc/policy-kit";
import { checkLaw } from "@lambda-vpc/property-testing";
import { readNetwork } from "@lambda-vpc/sources";
import fc from "fast-check";
import { reportDataOf } from "./format/report-data-of";
import { boundsText } from "./report-page/bounds-text";
import { countOf, type CountValue, formats, MARKDOWN_LIMIT, readAssessment } from "./index";
import { documentOf, strictConfiguration } from "./testing/document-of";
import { readReport } from "./testing/read-report";
import { arbitraryStack, resourcesOf } from "./testing/sample-stack";

const options = { numRuns: 40 };
const number = (pattern: RegExp, text: string): number => Number(pattern.exec(text)?.[1] ?? Number.NaN);
const matches = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].length;

test("every format has the numbers of the plan and of the findings, and these are the model's and the pack's", () => {
  checkLaw(
    { "a mandatory finding": 30, "an undecided finding": 20 },
    [arbitraryStack],
    (stack, met) => {
      const resources = resourcesOf(stack);
      const document = documentOf(resources);
      const { summary, plan } = document;
      met("a mandatory finding", summary.mandatory > 0);
      met("an undecided finding", summary.undecided > 0);

      expect(countOf(plan.combinations)).toEqual(planEnis(resolveNetwork(readNetwork(resources))).combinations);
      const found = reportStack(lambdaVpc, resources, { configuration: strictConfiguration, today: "2026-11-24" });
      const mandatory = new Set(found.filter(({ level }) => level === "mandatory").map(({ policy }) => policy));
      expect(new Set(document.findings.filter(({ level }) => level === "mandatory").map(({ policy }) => policy))).toEqual(mandatory);
      expect(found.length > 0).toBe(summary.mandatory + summary.advisory > 0);

      const [text, markdown, junit] = [formats.text, formats.markdown, formats.junit].map(({ render }) => render(document));
      const combinations = plan.functions === 0 ? "0 combinations" : formatCounted(countOf(plan.combinations), "combination");
      for (const one of [text, markdown]) {
        expect(one).toContain(combinations);
        expect(number(/\((\d+) mandatory/, one?.replaceAll("\\", "") ?? "") || 0).toBe(summary.mandatory);
      }
      expect(number(/failures="(\d+)"/, junit ?? "")).toBe(summary.mandatory);
      expect(matches(/<failure /g, junit ?? "")).toBe(summary.mandatory);
      expect(matches(/<skipped /g, junit ?? "")).toBe(summary.advisory);
      expect(matches(/"ruleId": /g, formats.sarif.render(document))).toBe(document.findings.length);
    },
    options,
  );
});

test("the page of the format html has the numbers of the document, and its data is what a tested function derives from it", () => {
  checkLaw(
    { "a finding": 50, "sets can be merged": 5 },
    [arbitraryStack],
    (stack, met) => {
      const document = documentOf(resourcesOf(stack));
      const { plan, summary, findings } = document;
      met("a finding", findings.length > 0);
      met("sets can be merged", plan.merged !== null);
      const { data, textOf, rowsOf } = readReport(formats.html.render(document));
      expect(data).toEqual(JSON.parse(JSON.stringify(reportDataOf(document))));
      const text = ({ min, likely, max }: CountValue): string => boundsText([min, likely, max]);
      expect([textOf("functions"), textOf("combinations"), textOf("findings-total")]).toEqual([
        String(plan.functions),
        text(plan.combinations),
        String(summary.mandatory + summary.advisory),
      ]);
      expect(rowsOf("vpcs").map(([, functions, sets, combinations, merging]) => [functions, sets, combinations, merging])).toEqual(
        plan.vpcs.map(({ securityGroupSets, sets, combinations, avoidable }) => [
          String(securityGroupSets.reduce((sum, { consumers }) => sum + consumers.length, 0)),
          ...[sets, combinations, avoidable].map(text),
        ]),
      );
      const isSet = ([, combinations]: readonly string[]): boolean => combinations !== "";
      expect(
        rowsOf("matrix")
          .filter(isSet)
          .map(([, combinations]) => combinations),
      ).toEqual(plan.vpcs.flatMap(({ securityGroupSets }) => securityGroupSets.map((set) => text(set.combinations))));
      expect(rowsOf("subnets").map((cells) => [cells[2], cells[3], cells.at(-1)])).toEqual(
        plan.subnets.map(({ addresses }) => [
          String(addresses?.usable ?? "unknown"),
          ...[addresses?.used, addresses?.free].map((count) => (count === null || count === undefined ? "unknown" : text(count))),
        ]),
      );
    },
    { numRuns: 100 },
  );
});

test("the format json is read back as the document, and its text is one for every order of the resources", () => {
  const pairs = arbitraryStack.chain((stack) => {
    const resources = resourcesOf(stack);
    return fc.tuple(fc.constant(resources), fc.shuffledSubarray([...resources], { minLength: resources.length }));
  });
  checkLaw(
    { "something was found": 50 },
    [pairs],
    ([resources, shuffled], met) => {
      const document = documentOf(resources);
      met("something was found", document.findings.length > 0);
      const json = formats.json.render(document);
      expect(readAssessment(JSON.parse(json))).toEqual({ ok: true, value: document });
      expect(formats.json.render(documentOf(shuffled))).toBe(json);
    },
    options,
  );
});

test("no name is markup, a control character or a further line in any format", () => {
  checkLaw(
    { "a hostile name": 30 },
    [arbitraryStack],
    (stack, met) => {
      met(
        "a hostile name",
        Object.keys(stack.functions).some((name) => name.includes("evil")),
      );
      const document = documentOf(resourcesOf(stack));
      for (const line of formats.text.render(document).split("\n")) expect(line).toBe(printable(line));
      for (const { render } of Object.values(formats)) expect(render(document)).not.toContain("\u001b");
      expect(formats.markdown.render(document)).not.toMatch(/<b>|@team|\n::/);
      const page = formats.html.render(document);
      expect(page.replace(/<script>[^]*<\/script>/, "")).not.toMatch(/<b>\||evil.*<b>/);
      expect(page.match(/<\/?script/g)).toHaveLength(4);
      expect(page).not.toMatch(/[^\P{Cc}\n]|[\p{Zl}\p{Zp}]/u);
    },
    options,
  );
});

test("Markdown is never longer than its limit, and says what it leaves out", () => {
  checkLaw(
    { "parts are left out": 30, "all parts fit": 10 },
    [arbitraryStack, fc.integer({ min: 700, max: 8000 })],
    (stack, limit, met) => {
      const document = documentOf(resourcesOf(stack));
      const [whole, limited] = [formats.markdown.render(document), formats.markdown.render(document, { limit })];
      met("parts are left out", limited !== whole);
      met("all parts fit", limited === whole);
      expect(whole.length).toBeLessThan(MARKDOWN_LIMIT);
      expect(limited.length).toBeLessThanOrEqual(limit);
      expect(limited === whole || limited.includes("left out")).toBe(true);
      expect(limited.split("\n").slice(0, 5)).toEqual(whole.split("\n").slice(0, 5));
    },
    options,
  );
});

test("no text that the source marks as secret is in any format", () => {
  const resources = resourcesOf({
    functions: { orders: { group: 0, subnets: [0], unknown: true }, users: { group: 1, subnets: [0] } },
    prefixLength: 28,
  });
  const secrets = ["sg-elsewhere", "10.0.0.0/28", "known", "mandatory"];
  const document = documentOf(resources, strictConfiguration, secrets);
  const json = formats.json.render(document);
  expect(json).toContain("[secret]");
  expect(readAssessment(JSON.parse(json))).toEqual({ ok: true, value: document });
  for (const { render } of Object.values(formats)) expect(render(document)).not.toMatch(/sg-elsewhere|10\.0\.0\.0\/28/);
});
