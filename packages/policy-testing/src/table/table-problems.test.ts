import { describe, expect, test } from "@jest/globals";
import { tableProblems } from "./table-problems";
import type { Row } from "../judgement/row";
import { clean, fewSets, undecided, violating } from "../testing/few-sets";
import { SloppyTable, testPolicy } from "./test-policy";

const whole = [clean, violating, undecided];
const silent: Row = { ...violating, name: "no text", config: { maxSets: 2 }, finds: [{ verdict: "violation", says: [" "] }] };

describe("a table is rejected", () => {
  const tables: readonly { sentence: string; rows: readonly Row[]; neverUndecided?: string; says: string }[] = [
    { sentence: "without a clean row", rows: [violating, undecided], says: "no clean row" },
    { sentence: "without a violating row", rows: [clean, undecided], says: "no violating row" },
    { sentence: "without an undecided row", rows: [clean, violating], says: "no undecided row" },
    { sentence: "that says it has none to decide, and has", rows: whole, neverUndecided: "it counts", says: "A row is undecided" },
    { sentence: "that gives no reason why it has none", rows: [clean, violating], neverUndecided: " ", says: "gives no reason" },
    { sentence: "with a nameless row", rows: [...whole, { ...clean, name: "", config: { maxSets: 2 } }], says: "Row 4 has no name" },
    {
      sentence: "with two rows of one name",
      rows: [...whole, { ...clean, config: { maxSets: 2 } }],
      says: 'Several rows are called "one set: content"',
    },
    {
      sentence: "with two rows of the same stack and configuration",
      rows: [...whole, { ...clean, name: "again" }],
      says: '"one set: content" and "again" are the same stack',
    },
    { sentence: "with a violating row that expects no text", rows: [...whole, silent], says: 'Row "no text" expects no text' },
    { sentence: "with nothing in it", rows: [], says: "no clean row" },
  ];

  test.each(tables)("$sentence", ({ rows, neverUndecided, says }) => {
    const refused = tableProblems(rows, neverUndecided === undefined ? {} : { neverUndecided });
    expect(refused.filter((sentence) => sentence.includes(says))).toHaveLength(1);
    for (const sentence of refused) expect(sentence).toMatch(/\.$/);
  });

  test("before any of its tests is there, with all sentences at once", () => {
    expect(() => testPolicy(fewSets, [])).toThrow(SloppyTable);
    expect(() => testPolicy(fewSets, [])).toThrow(/^The table of few-sets is rejected:\n- .*clean.*\n- .*violating.*\n- .*undecided/);
  });
});

describe("a table is accepted", () => {
  test("with a row of each verdict", () => {
    expect(tableProblems(whole, {})).toEqual([]);
  });

  test("without an undecided row where it says why", () => {
    expect(tableProblems([clean, violating], { neverUndecided: "it speaks of certain things only" })).toEqual([]);
  });

  test("not where it does not say why it is silent after the deployment", () => {
    expect(tableProblems(whole, { untilDeployed: " " })).toEqual([expect.stringContaining("untilDeployed gives no reason")]);
  });

  test("with one stack twice under different configurations", () => {
    expect(tableProblems([...whole, { ...clean, name: "again", config: { maxSets: 2 } }], {})).toEqual([]);
  });
});
