import { describe, test } from "@jest/globals";
import type { Policy } from "@lambda-vpc/policy-kit";
import { examineRow } from "./examine-row";
import { examineServer } from "../server/examine-server";
import { refusals, type TableOptions } from "./refusals";
import type { Row } from "../judgement/row";

/**
 * The whole test file of a policy: one test a row, which previews the row's stack and then runs it again in another order, with all ids unknown and known,
 * with lists unknown, and on aws-native; and one test that puts all of them through the policy server.
 *
 * @throws SloppyTable where the table leaves out a verdict, repeats itself, or expects no text.
 */
export function testPolicy(policy: Policy, rows: readonly Row[], options: TableOptions = {}): void {
  const refused = refusals(rows, options);
  if (refused.length > 0) throw new SloppyTable(policy, refused);
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
      "the policy server says the same of every row",
      async () => {
        const complaints = await examineServer(policy, rows);
        if (complaints.length > 0) throw new RowFailed(complaints);
      },
      2 * PATIENCE,
    );
  });
}

/** Milliseconds until a test counts as hung: stacks of hundreds of functions take seconds where others use the machine too. */
const PATIENCE = 120_000;

/** A table that would prove too little. */
export class SloppyTable extends Error {
  constructor({ id }: Policy, refused: readonly string[]) {
    super([`The table of ${id} is refused:`, ...refused.map((sentence) => `- ${sentence}`)].join("\n"));
    this.name = "SloppyTable";
  }
}

/** What a row found wrong with its policy. */
export class RowFailed extends Error {
  constructor(complaints: readonly string[]) {
    super(complaints.join("\n\n"));
    this.name = "RowFailed";
  }
}
