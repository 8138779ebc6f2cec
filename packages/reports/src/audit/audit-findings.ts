import { listed, printable } from "@lambda-vpc/model";
import { createHash } from "node:crypto";
import type { FindingValue } from "../document/assessment-document";
import { attentionOf } from "./audit-attention";
import { auditChecks, checkNames } from "./audit-checks";
import type { AuditDocument, RegionValue } from "./audit-document";

/** What needs attention in all Regions, each as one finding. A finding is at `aws/ACCOUNT/REGION`: there is no file. */
export function auditFindings(regions: readonly RegionValue[]): FindingValue[] {
  return regions.flatMap((region) =>
    attentionOf(region).flatMap(({ check, items }) =>
      items.map(({ subject, what, about, fix }) => {
        const { severity, verdict, why, fix: common } = auditChecks[check];
        return {
          ...{ policy: check, severity, level: "advisory" as const, verdict, subject: printable(subject), about: about.map(printable) },
          ...{ what: printable(what), why: [why], fix: [printable(fix ?? common)], causes: [], measure: null },
          position: { file: `aws/${region.account}/${region.region}`, line: 1, column: 1 },
          fingerprint: fingerprintOf([region.account, region.region, check, subject, ...about]),
        };
      }),
    ),
  );
}

function fingerprintOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

/** The checks that gaps make incomplete, each with the calls that failed. */
export function partialChecks(regions: readonly RegionValue[]): AuditDocument["unchecked"] {
  return regions.flatMap((region) =>
    checkNames.flatMap((policy) => {
      const answers: readonly string[] = auditChecks[policy].questions;
      const places = region.undecided.filter(({ answer }) => answers.includes(answer)).flatMap(({ gaps }) => gaps);
      if (places.length === 0) return [];
      const gaps = [...new Set(places)].flatMap((place) => region.gaps[place] ?? []);
      const where = `${region.account} in ${region.region}`;
      return [
        {
          policy,
          reason: "partial" as const,
          message: `There may be more in ${where}, because not everything could be read: ${gapsText(gaps)}.`,
        },
      ];
    }),
  );
}

/** The calls that failed, with their reason and number: `lambda:ListAliases denied (3 times: orders, users and 1 more)`. */
export function gapsText(gaps: RegionValue["gaps"]): string {
  const calls = [...Map.groupBy(gaps, ({ call, reason }) => `${call} ${reason}`)];
  return listed(
    calls,
    ([call, same]) => {
      const subjects = same.flatMap(({ subject }) => subject ?? []);
      return printable(
        subjects.length === 0 ? call : `${call} (${subjects.length === 1 ? "" : `${subjects.length} times: `}${listed(subjects, String)})`,
      );
    },
    6,
  );
}
