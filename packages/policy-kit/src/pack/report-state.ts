import { failure, type Result, success } from "@lambda-vpc/model";
import { readStateFile, secretsInState, UnreadableFile } from "@lambda-vpc/sources";
import { isRecord } from "../configuration/is-record";
import { isAssessment } from "../findings/assessment";
import type { Report, ReportLevel } from "../findings/report";
import { reportAssessment } from "../policy/report-policy";
import { formerIds, withPresentIds } from "../settings/former-ids";
import { reportWithRecords } from "../output/report-with-records";
import { SecretTexts } from "../output/secret-texts";
import { effectiveConfiguration } from "./effective-configuration";
import { PackSession } from "./pack-session";
import type { Pack } from "./policy-pack";
import { sdkEntries } from "./sdk-entry";
import { decide } from "./stack-decisions";

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
  const former = formerIds(pack.policies);
  const { file } = withPresentIds(former, configuration);
  const configurations = [pack.configuration ?? {}, isRecord(file) ? file : {}];
  const session = new PackSession(() => today, former);
  const enabled = sdkEntries(pack.policies, session, { reader: "program", levelOf: () => undefined })
    .map((entry) => ({ entry, ...effectiveConfiguration(entry.about, configurations) }))
    .filter(({ level }) => level !== "disabled");
  for (const { entry, keys } of enabled) session.configure(entry.about.id, keys);
  const run = session.analyse(resources.value);
  const secrets = new SecretTexts();
  for (const secret of secretsInState(state)) secrets.add(secret);
  const urns = secrets.isEmpty ? [] : resources.value.map(({ urn }) => urn);
  return success(
    enabled.flatMap(({ entry, level, keys }) =>
      reportsOf(decide(entry, run, keys)).map((report) => {
        const policy = entry.about.id;
        const { message } = reportWithRecords(report, { policy, stack: run.stack, urns, secrets });
        return { policy, message, level: report.level ?? (level === "advisory" ? "advisory" : "mandatory") };
      }),
    ),
  );
}

function reportsOf(decided: ReturnType<typeof decide>): readonly Report[] {
  return isAssessment(decided) ? reportAssessment(decided) : decided;
}

function resourcesOf(state: string) {
  try {
    return success(readStateFile(state).resources);
  } catch (error) {
    if (error instanceof UnreadableFile) return failure(error.message);
    throw error;
  }
}
