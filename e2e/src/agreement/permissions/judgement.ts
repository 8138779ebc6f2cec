import { executionRoleManagesEnis, permissionsPrecedeFunctions } from "@lambda-vpc/function-networking";
import { resourceName } from "@lambda-vpc/model";
import { Analysis, type Finding } from "@lambda-vpc/policy-kit";
import { readNetwork, readPreviewJson } from "@lambda-vpc/sources";
import { withPack } from "@lambda-vpc/test-stacks/packs";
import { type PolicyEvent, policyEvents, streamingEvents } from "@lambda-vpc/test-stacks/policy-events";
import { printed, type Program, repositoryRoot, withWorkspace, type Workspace } from "@lambda-vpc/test-stacks/workspace";
import { join } from "node:path";
import { type RoleDescription, rolesProgram } from "./roles-program";

/** What the policies report about some roles before deployment, and what happens to their functions; by name, sorted. */
export interface Judgement {
  /** Roles that never let Lambda manage ENIs, and roles that do so too late. */
  readonly violations: readonly string[];
  readonly late: readonly string[];
  /** Roles without the actions that AWS asks for and does not need. */
  readonly advice: readonly string[];
  readonly doubts: readonly string[];
  readonly failures: readonly string[];
  readonly made: readonly string[];
}

/** Previews and deploys functions with these roles. */
export function judge(roles: readonly RoleDescription[]): Promise<Judgement> {
  return withWorkspace(async (workspace) => {
    const stack = await workspace.hosted("02-one-shared-configuration", () => rolesProgram(roles));
    const events = await eventsOf(workspace, stack);
    const subjectsOf = (policy: string, level: string): readonly string[] =>
      sorted(
        events
          .filter(({ policyName, enforcementLevel }) => policyName === policy && enforcementLevel === level)
          .filter(({ message }) => !message.startsWith("undecided"))
          .map(({ resourceUrn }) => resourceName(resourceUrn)),
      );
    const doubts = await undecidedRoles(stack);
    const up = await stack.pulumi("up --yes --skip-preview --continue-on-error");
    const { stdout } = await stack.pulumi("stack export");
    return {
      violations: subjectsOf(executionRoleManagesEnis.id, "mandatory"),
      late: subjectsOf(permissionsPrecedeFunctions.id, "mandatory"),
      advice: subjectsOf(executionRoleManagesEnis.id, "advisory"),
      doubts,
      failures: named(printed(up), /function (?<name>[\w-]+)-[0-9a-f]{7}: The provided execution role does not have permissions/g),
      made: named(stdout, /"urn": "[^"]*::aws:lambda\/function:Function::(?<name>[\w-]+)"/g),
    };
  });
}

async function eventsOf({ engine }: Workspace, stack: Program): Promise<readonly PolicyEvent[]> {
  const pack = withPack(stack, undefined, join(repositoryRoot, "policies/function-networking"));
  const { stdout } = await engine.pulumi(["-C", stack.folder, "--non-interactive", "preview", "--json", ...pack], {
    environment: streamingEvents,
  });
  return policyEvents(stdout);
}

/** The roles about which the policies are undecided. A preview prints only the first three of one cause. */
async function undecidedRoles(stack: Program): Promise<readonly string[]> {
  const { stdout } = await stack.pulumi("preview --json --show-sames");
  const analysis = new Analysis(readNetwork(readPreviewJson(stdout)));
  const findings = [executionRoleManagesEnis, permissionsPrecedeFunctions].flatMap((policy): readonly Finding[] => {
    const evaluation = policy.evaluate(analysis, {});
    return evaluation.ok ? evaluation.value.findings : [];
  });
  return sorted(findings.filter(({ verdict }) => verdict === "undecided").map(({ subject }) => resourceName(subject)));
}

function named(text: string, pattern: RegExp): readonly string[] {
  return sorted([...text.matchAll(pattern)].map(({ groups }) => groups?.["name"] ?? ""));
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

/** What the policies report about a role, and what happens to its function. */
export function judged({ violations, late, advice, doubts, failures, made }: Judgement, name: string): readonly string[] {
  const reports = { refused: violations, late, advice, undecided: doubts, fails: failures, "comes up": made };
  return Object.entries(reports).flatMap(([report, names]) => (names.includes(name) ? [report] : []));
}
