import type { Policy } from "@lambda-vpc/policy-kit";
import { type Agreement, anything, noLines } from "../judgement/agreement";
import { mismatch } from "../judgement/expectations";
import { fixProblems } from "../judgement/fixes";
import { runPolicy } from "../judgement/run-policy";
import type { TableOptions } from "./table-problems";
import { type Rerun, reruns } from "./reruns";
import type { Row } from "../judgement/row";
import { previewOf } from "../program/stack";

/** The problems that one row finds in a policy: at its preview, or when it runs again under other conditions. Empty: the row passes. */
export function examineRow(policy: Policy, row: Row, options: TableOptions = {}): readonly string[] {
  const lines = runPolicy(policy, previewOf(row.stack), row);
  const wrong = mismatch(row.finds, lines);
  if (wrong !== undefined) return [`At its preview: ${wrong}`];
  const wrongFixes = fixProblems(policy, previewOf(row.stack), row);
  if (wrongFixes.length > 0) return wrongFixes;
  return reruns.flatMap((rerun) => {
    const { name, run: again } = rerun;
    const differs = agreement(rerun, row, options)(lines, again(policy, row), options.neverUndecided !== undefined);
    return differs === undefined ? [] : [`With ${name}: ${differs}`];
  });
}

/** A policy that reports only resources that are not created yet reports more if nothing is created, and nothing if everything is. */
function agreement({ agrees, made }: Rerun, { stack }: Row, { untilDeployed }: TableOptions): Agreement {
  if (untilDeployed === undefined) return agrees;
  if (made === "everything") return noLines;
  return made === "nothing" && stack.deployed.length > 0 ? anything : agrees;
}
