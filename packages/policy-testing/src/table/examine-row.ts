import type { Policy } from "@lambda-vpc/policy-kit";
import { type Agreement, anything, silence } from "../judgement/agreement";
import { mismatch } from "../judgement/expectations";
import { judge } from "../judgement/judge";
import type { TableOptions } from "./refusals";
import { type Rerun, reruns } from "./reruns";
import type { Row } from "../judgement/row";
import { previewOf } from "../program/stack";

/** What is wrong with a policy, as far as one row shows: at its preview, or when it is run again in other circumstances. None: the row passes. */
export function examineRow(policy: Policy, row: Row, options: TableOptions = {}): readonly string[] {
  const lines = judge(policy, previewOf(row.stack), row);
  const wrong = mismatch(row.finds, lines);
  if (wrong !== undefined) return [`At its preview: ${wrong}`];
  return reruns.flatMap((rerun) => {
    const { name, judge: again } = rerun;
    const differs = agreement(rerun, row, options)(lines, again(policy, row), options.neverUndecided !== undefined);
    return differs === undefined ? [] : [`With ${name}: ${differs}`];
  });
}

/** A policy that speaks only of what is still to be made has more to say where more is, and nothing where nothing is. */
function agreement({ agrees, made }: Rerun, { stack }: Row, { untilDeployed }: TableOptions): Agreement {
  if (untilDeployed === undefined) return agrees;
  if (made === "everything") return silence;
  return made === "nothing" && stack.deployed.length > 0 ? anything : agrees;
}
