import type { Policy } from "@lambda-vpc/policy-kit";
import { mismatch } from "./expectations";
import { judge } from "./judge";
import type { TableOptions } from "./refusals";
import { reruns } from "./reruns";
import type { Row } from "./row";
import { previewOf } from "./stack";

/** What is wrong with a policy, as far as one row shows: at its preview, or when it is run again in other circumstances. None: the row passes. */
export function examineRow(policy: Policy, row: Row, options: TableOptions = {}): readonly string[] {
  const lines = judge(policy, previewOf(row.stack), row);
  const wrong = mismatch(row.finds, lines);
  if (wrong !== undefined) return [`At its preview: ${wrong}`];
  return reruns.flatMap(({ name, judge: again, agrees }) => {
    const differs = agrees(lines, again(policy, row), options.neverUndecided !== undefined);
    return differs === undefined ? [] : [`With ${name}: ${differs}`];
  });
}
