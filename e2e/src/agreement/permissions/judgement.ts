import { join } from "node:path";
import { withPack } from "@lambda-vpc/test-stacks/packs";
import { printed, repositoryRoot, withWorkspace } from "@lambda-vpc/test-stacks/workspace";
import { type RoleDescription, rolesProgram } from "./roles-program";

/** What execution-role-manages-enis reports about some roles before deployment, and what happens to their functions; by name, sorted. */
export interface Judgement {
  readonly violations: readonly string[];
  readonly doubts: readonly string[];
  readonly failures: readonly string[];
  readonly made: readonly string[];
}

/** Previews and deploys functions with these roles. */
export function judge(roles: readonly RoleDescription[]): Promise<Judgement> {
  return withWorkspace(async ({ program }) => {
    const stack = await program("02-one-shared-configuration", () => rolesProgram(roles));
    const preview = await stack.pulumi("preview", ...withPack(stack, undefined, join(repositoryRoot, "policies/function-networking")));
    const up = await stack.pulumi("up --yes --skip-preview --continue-on-error");
    const { stdout } = await stack.pulumi("stack export");
    return {
      violations: named(
        preview.stdout,
        /\[mandatory\]\s+(?:\[severity: \w+\]\s+)?execution-role-manages-enis\s+\(aws:iam:Role: (?<name>[\w-]+)\)/g,
      ),
      doubts: named(preview.stdout, /whose role (?<name>[\w-]+) possibly does not allow Lambda to manage ENIs/g),
      failures: named(printed(up), /function (?<name>[\w-]+)-[0-9a-f]{7}: The provided execution role does not have permissions/g),
      made: named(stdout, /"urn": "[^"]*::aws:lambda\/function:Function::(?<name>[\w-]+)"/g),
    };
  });
}

function named(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(({ groups }) => groups?.["name"] ?? ""))].sort();
}

/** What the policy reports about a role, and what happens to its function. */
export function judged({ violations, doubts, failures, made }: Judgement, name: string): readonly string[] {
  const says = [...(violations.includes(name) ? ["refused"] : []), ...(doubts.includes(name) ? ["undecided"] : [])];
  return [...says, ...(failures.includes(name) ? ["fails"] : []), ...(made.includes(name) ? ["comes up"] : [])];
}
