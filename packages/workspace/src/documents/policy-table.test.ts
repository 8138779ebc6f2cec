import { expect, test } from "@jest/globals";
import { policyLinks, policyTable } from "./policy-table";
import { fewFunctions, samplePack, samplePlace } from "../testing/sample-pack";

test("a policy is a row with a link to its page, and a deprecated one is marked", () => {
  const table = (deprecated: object): string =>
    policyTable({ ...samplePlace, pack: { ...samplePack, policies: [{ ...fewFunctions, ...deprecated }] } });
  expect(table({})).toMatch(
    /^\| \[`few-functions`\]\(src\/few-functions\.md\) +\| A stack has few functions in a VPC\. +\| low +\| advisory +\| no +\|$/m,
  );
  expect(table({ monotone: true })).toMatch(/\| advisory +\| yes +\|$/m);
  expect(table({ deprecated: true })).toMatch(/^\| \[`few-functions`\]\(src\/few-functions\.md\), deprecated +\|/m);
});

test("the links of a pack name its policies and repeat nothing of the table", () => {
  expect(policyLinks(samplePlace)).toBe("- [`few-functions`](src/few-functions.md)");
});
