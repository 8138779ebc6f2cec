import { failure, type Result, success } from "@lambda-vpc/model";
import { readStateFile, secretsInState, type StackResource, UnreadableFile } from "@lambda-vpc/sources";
import { isPolicyFindings } from "../findings/policy-findings";
import type { Report, ReportLevel } from "../findings/report";
import { reportWithRecords } from "../output/report-with-records";
import { reportFindings } from "../policy/report-policy";
import { configuredRun, reportLevel, type RunOptions } from "./configured-run";
import type { Pack } from "../pack/policy-pack";
import { decide } from "../pack/stack-decisions";

/** What a policy reports of a stack, as a program gets it from a preview. */
export interface PolicyReport {
  readonly policy: string;
  readonly level: ReportLevel;
  /** With what waivers would record (`recordsIn`). */
  readonly message: string;
}

/** Everything that a pack reports of a deployed stack: of the output of `pulumi stack export`, without an engine. `today` is the day. */
export function reportState(pack: Pack, configuration: unknown, state: string, today: string): Result<readonly PolicyReport[], string> {
  const resources = resourcesOf(state);
  if (!resources.ok) return resources;
  return success(reportStack(pack, resources.value, { configuration, today, secrets: secretsInState(state) }));
}

/** The same of the resources of a stack, whatever they were read from. */
export function reportStack(pack: Pack, resources: readonly StackResource[], options: Omit<RunOptions, "reader">): readonly PolicyReport[] {
  const { run, enabled, secrets } = configuredRun(pack, resources, { ...options, reader: "program" });
  const urns = secrets.isEmpty ? [] : resources.map(({ urn }) => urn);
  return enabled.flatMap(({ entry, level, keys }) =>
    reportsOf(decide(entry, run, keys)).map((report) => {
      const policy = entry.about.id;
      const { message } = reportWithRecords(report, { policy, stack: run.stack, urns, secrets });
      return { policy, message, level: report.level ?? reportLevel(level) };
    }),
  );
}

function reportsOf(decided: ReturnType<typeof decide>): readonly Report[] {
  return isPolicyFindings(decided) ? reportFindings(decided) : decided;
}

function resourcesOf(state: string) {
  try {
    return success(readStateFile(state).resources);
  } catch (error) {
    if (error instanceof UnreadableFile) return failure(error.message);
    throw error;
  }
}
