import type { Policy } from "@lambda-vpc/policy-kit";
import { sameDiagnostics } from "../judgement/agreement";
import { runPolicy } from "../judgement/run-policy";
import { startPolicyServer } from "./policy-server";
import type { Row } from "../judgement/row";
import { previewOf } from "../program/stack";

/** The differences between a policy in this process and in the policy SDK's server: data lost on the wire, or state that one row leaves for another. */
export async function examineServer(policy: Policy, rows: readonly Row[]): Promise<readonly string[]> {
  const server = await startPolicyServer(policy);
  try {
    const complaints: string[] = [];
    for (const row of rows) {
      const view = previewOf(row.stack);
      const differs = sameDiagnostics(runPolicy(policy, view, row), await server.run(view, row), false);
      if (differs !== undefined) complaints.push(`Through the policy server, "${row.name}": ${differs}`);
    }
    return complaints;
  } finally {
    server.stop();
  }
}
