import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import { documentOf } from "../testing/document-of";
import { arbitraryStack, resourcesOf } from "../testing/sample-stack";
import type { SetValue } from "../document/plan-value";
import type { Figures, ReportData } from "../report-page/report-data";
import { boundsOf } from "./report-figures";
import { namesOf } from "./names";
import { reportDataOf } from "./report-data-of";

const sorted = (names: readonly string[]): readonly string[] => [...names].sort();

/** The sets of the report, with names in place of indices. */
const setsOf = (data: ReportData, { sets }: Figures) =>
  sets.map(({ groups, exact, combinations, uses }) => ({
    groups: groups.map((group) => data.groups[group]),
    exact,
    combinations,
    uses: uses.map((use) => ({
      functions: use.functions.map((one) => data.functions[one]),
      subnets: sorted(use.subnets.map((one) => data.subnets[one]?.name ?? "")),
      possible: sorted(use.possible.map((one) => data.subnets[one]?.name ?? "")),
      exact: use.exact,
    })),
  }));

test("the report has the figures, sets and functions of the document, before and after merging", () => {
  checkLaw(
    { "sets can be merged": 5, "no sets can be merged": 20, "a set is unknown": 20 },
    [arbitraryStack],
    (stack, met) => {
      const document = documentOf(resourcesOf(stack));
      const { plan } = document;
      const data = reportDataOf(document);
      met("sets can be merged", plan.merged !== null);
      met("no sets can be merged", plan.merged === null);
      const all = plan.vpcs.flatMap(({ securityGroupSets }) => securityGroupSets);
      met(
        "a set is unknown",
        all.some(({ securityGroups }) => securityGroups.includes("sg-elsewhere")),
      );
      const functionName = namesOf(all.flatMap(({ consumers }) => consumers));
      const [groupName, subnetName] = [
        namesOf(all.flatMap((set) => set.securityGroups)),
        namesOf(plan.subnets.map(({ subnet }) => subnet)),
      ];
      const expected = (sets: readonly SetValue[]) =>
        sets.map(({ securityGroups, exact, combinations, attachments }) => ({
          groups: securityGroups.map(groupName),
          exact,
          combinations: boundsOf(combinations),
          uses: attachments.map((one) => ({
            functions: one.consumers.map(functionName),
            subnets: sorted(one.subnets.map(subnetName)),
            possible: sorted(one.possibleSubnets.map(subnetName)),
            exact: one.exact,
          })),
        }));
      const merged = data.after === null || plan.merged === null ? [] : [{ figures: data.after, side: plan.merged }];
      expect([data.after === null, merged.length === 0]).toEqual([plan.merged === null, plan.merged === null]);
      for (const { figures, side } of [{ figures: data.before, side: plan }, ...merged]) {
        expect(figures.combinations).toEqual(boundsOf(side.combinations));
        expect(setsOf(data, figures)).toEqual(expected(side.vpcs.flatMap((vpc) => vpc.securityGroupSets)));
        expect(figures.vpcs.map(({ combinations, used, savedByMerging }) => [combinations, used, savedByMerging])).toEqual(
          side.vpcs.map((vpc) => [boundsOf(vpc.combinations), boundsOf(vpc.quota.used), boundsOf(vpc.avoidable)]),
        );
        expect(figures.subnets.map(({ addresses }) => [addresses?.used, addresses?.peak, addresses?.free])).toEqual(
          side.subnets.map(({ addresses }) =>
            [addresses?.used, addresses?.peak, addresses?.free].map((count) =>
              count === null || count === undefined ? null : boundsOf(count),
            ),
          ),
        );
      }
      expect(data.checked?.findings.map(({ policy, what }) => [policy, what])).toEqual(
        document.findings.map(({ policy, what }) => [policy, what]),
      );
    },
    { numRuns: 100 },
  );
});

describe("a report that lists fewer functions", () => {
  const document = documentOf(
    resourcesOf({
      functions: Object.fromEntries(["audit", "cart", "mails"].map((name) => [name, { group: 0, subnets: [0, 1] }])),
      prefixLength: 28,
    }),
  );
  const [whole, part] = [reportDataOf(document), reportDataOf(document, { rows: 2 })];

  test("says how many, and what has all", () => {
    expect(part.functions).toEqual(["audit", "cart"]);
    expect(part.notes[0]).toBe(
      "Only 2 of 3 functions are listed. The figures cover all of them. The format json has all of them, in one document.",
    );
    expect(whole.notes.filter((note) => note.includes("listed"))).toEqual([]);
  });

  test("has the figures of all of them", () => {
    expect(part.before.vpcs).toEqual(whole.before.vpcs);
    expect(part.before.subnets).toEqual(whole.before.subnets);
    expect([part.total.functions, part.checked?.total]).toEqual([3, whole.checked?.total]);
  });
});
