import { describe, test } from "@jest/globals";
import type { Policy } from "@lambda-vpc/policy-kit";
import { examineRow } from "./examine-row";
import { examineServer } from "../server/examine-server";
import { tableProblems, type TableOptions } from "./table-problems";
import type { Row } from "../judgement/row";

/**
 * The whole test file of a policy: one test a row, which previews the row's stack and then runs it again in another order, with all ids unknown and known,
 * with lists unknown, and on aws-native; and one test that puts all of them through the policy server.
 *
 * @throws SloppyTable if a verdict is missing, a row is repeated, or a row expects no text.
 */
export function testPolicy(policy: Policy, rows: readonly Row[], options: TableOptions = {}): void {
  const problems = tableProblems(rows, options);
  if (problems.length > 0) throw new SloppyTable(policy, problems);
  describe(policy.id, () => {
    test.each(rows.map((row) => ({ name: row.name, row })))(
      "$name",
      ({ row }) => {
        const complaints = examineRow(policy, row, options);
        if (complaints.length > 0) throw new RowFailed(complaints);
      },
      PATIENCE,
    );

    test(
      "the policy server reports the same for every row",
      async () => {
        const complaints = await examineServer(policy, rows);
        if (complaints.length > 0) throw new RowFailed(complaints);
      },
      2 * PATIENCE,
    );
  });
}

/** Milliseconds until a test fails: stacks of hundreds of functions take seconds on a busy machine. */
const PATIENCE = 120_000;

/** A table that proves too little. */
export class SloppyTable extends Error {
  constructor({ id }: Policy, problems: readonly string[]) {
    super([`The table of ${id} is rejected:`, ...problems.map((sentence) => `- ${sentence}`)].join("\n"));
    this.name = "SloppyTable";
  }
}

/** The problems that a row found in its policy. */
export class RowFailed extends Error {
  constructor(complaints: readonly string[]) {
    super(complaints.join("\n\n"));
    this.name = "RowFailed";
  }
}
