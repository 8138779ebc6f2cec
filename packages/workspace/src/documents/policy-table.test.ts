import { expect, test } from "@jest/globals";
import { policyTable } from "./policy-table";
import { fewFunctions, samplePack, samplePlace } from "../testing/sample-pack";

test("a policy is a row with a link to its page, and one that goes says so", () => {
  const table = (deprecated: object): string =>
    policyTable([{ ...samplePlace, pack: { ...samplePack, policies: [{ ...fewFunctions, ...deprecated }] } }], "policies/sample");
  expect(table({})).toMatch(
    /^\| \[`few-functions`\]\(src\/few-functions\.md\) +\| A stack has few functions in a VPC\. +\| low +\| advisory +\|$/m,
  );
  expect(table({ deprecated: true })).toMatch(/^\| \[`few-functions`\]\(src\/few-functions\.md\), deprecated +\|/m);
});
