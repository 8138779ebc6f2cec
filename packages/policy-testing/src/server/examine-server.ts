import type { Policy } from "@lambda-vpc/policy-kit";
import { sameDiagnostics } from "../judgement/agreement";
import { judge } from "../judgement/judge";
import { startPolicyServer } from "./policy-server";
import type { Row } from "../judgement/row";
import { previewOf } from "../program/stack";

/** What the policy SDK's server says differently of some rows, in words: whatever does not survive the wire, or one row's remains in another. */
export async function examineServer(policy: Policy, rows: readonly Row[]): Promise<readonly string[]> {
  const server = await startPolicyServer(policy);
  try {
    const complaints: string[] = [];
    for (const row of rows) {
      const view = previewOf(row.stack);
      const differs = sameDiagnostics(judge(policy, view, row), await server.judge(view, row), false);
      if (differs !== undefined) complaints.push(`Through the policy server, "${row.name}": ${differs}`);
    }
    return complaints;
  } finally {
    server.stop();
  }
}
