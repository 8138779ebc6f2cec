import type { Report } from "../findings/report";
import { withRecords } from "../settings/recorded-message";
import type { StackName } from "../settings/stack-name";
import { recordOf } from "../settings/waiver-record";
import type { SecretTexts } from "./secret-texts";

/** Where findings are made, and what must not be printed of it. */
export interface Recording {
  readonly policy: string;
  readonly stack: StackName | undefined;
  readonly urns: Iterable<string>;
  readonly secrets: SecretTexts;
}

/** A report without secrets, and with what waivers would record of its findings. A record with a secret is left out: it would be written to a file. */
export function reportWithRecords(report: Report, { policy, stack, urns, secrets }: Recording): Report {
  const { message, findings = [] } = report;
  const records = findings.map((finding) => recordOf({ policy, finding, ...(stack === undefined ? {} : { stack }) }));
  const kept = records.filter((record) => !secrets.areIn(JSON.stringify(record), urns));
  return { ...report, message: withRecords(secrets.hide(message, urns), { records: kept, withSecrets: records.length - kept.length }) };
}
