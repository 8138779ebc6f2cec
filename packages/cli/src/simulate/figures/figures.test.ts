import { describe, expect, test } from "@jest/globals";
import { compareModels, compareSharing, loadShapes, type Scenario } from "@lambda-vpc/model";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { axisTicks } from "./axis-ticks";
import { claims } from "./claims";
import { sharingCounts } from "./sharing-counts";

/** The scenario of the README: 1,000 executions of 3,008 MB of 40 functions in three /24. */
const scenario: Scenario = {
  functions: 40,
  sets: 2,
  subnets: [251, 251, 251],
  memory: 3008,
  load: loadShapes.spikes(1000, 120),
  secondsPerStep: 1,
  interfaceWait: 10,
  connectionsPerExecution: 1,
  quota: { before: Infinity, today: 500 },
};
const [sharing] = compareSharing(scenario, [40]);
if (sharing === undefined) throw new Error("There is no row.");
const shown = claims(compareModels(scenario), sharing);

describe("each claim about 2019 is shown with its numbers:", () => {
  test.each([
    { claim: "A function without a VPC reaches public endpoints and no private resource", before: /^0 interfaces/, today: /^0 interfaces/ },
    { claim: "A function in a VPC gets interfaces in the VPC", before: /^753: .*3 GB/, today: /^6: .*set and subnet.*NAT/ },
    {
      claim: "Lambda creates and attaches the interfaces",
      before: /execution environment starts: 753 cold starts waited 10 s$/,
      today: /function is created.*: 2 functions waited several minutes, 0 cold starts waited$/,
    },
    { claim: "The number of interfaces depends on", before: /concurrency × memory ÷ 3 GB = 979\.2 /, today: /^sets × subnets = 6$/ },
    { claim: "Free addresses and the interface quota limit scaling", before: /^247 executions refused/, today: /^0 executions refused/ },
    {
      claim: "Functions with the same set and subnets share interfaces",
      before: /^no: 753 with a set for each of 40 functions, 753 with one set$/,
      today: /^yes: 120 with a set for each of 40 functions, 3 with one set$/,
    },
    {
      claim: "The user sizes subnets for",
      before: /^concurrency: 980 addresses$/,
      today: /^combinations: 6 addresses\. .*2019-09-27 to 2019-11-28$/,
    },
    {
      claim: "The architecture of the VPC does not change: subnets, groups, routes, NAT and endpoints",
      before: /^3 subnets, 2 sets$/,
      today: /^3 subnets, 2 sets$/,
    },
  ])("$claim", ({ claim, before, today }) => {
    expect(shown.find((one) => one.claim === claim)).toEqual({
      claim,
      before: expect.stringMatching(before),
      today: expect.stringMatching(today),
    });
  });

  test("and the page of the documentation has the same table", () => {
    const page = readFileSync(join(__dirname, "../../../../../docs/article-2019.md"), "utf8");
    const [, table = ""] = /<!-- claims -->\n([^]*)<!-- \/claims -->/.exec(page) ?? [];
    const rows = table.trim().split("\n").slice(2);
    const cells = rows.map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    expect(cells).toEqual(shown.map((one) => [one.claim, one.before, one.today]));
  });

  test("and no other", () => {
    expect(shown).toHaveLength(8);
  });
});

test.each([
  { functions: 1, counts: [1, 2] },
  { functions: 3, counts: [1, 2, 3, 4, 5, 6] },
  { functions: 40, counts: [1, 10, 20, 30, 40, 50, 60, 70, 80] },
])("sharing of $functions functions is compared for $counts", ({ functions, counts }) => {
  expect(sharingCounts(functions)).toEqual(counts);
});

test.each([
  { most: 0, ticks: [0, 1] },
  { most: 1, ticks: [0, 1] },
  { most: 6, ticks: [0, 2, 4, 6] },
  { most: 119, ticks: [0, 50, 100, 150] },
  { most: 753, ticks: [0, 200, 400, 600, 800] },
  { most: 1000, ticks: [0, 200, 400, 600, 800, 1000] },
])("an axis up to $most has the numbers $ticks", ({ most, ticks }) => {
  expect(axisTicks(most)).toEqual(ticks);
});
