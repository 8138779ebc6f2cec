import { createHash } from "node:crypto";
import type { AssessedFinding } from "@lambda-vpc/policy-kit";

/**
 * What identifies a finding in later runs: its policy, its kind and what it is about. Lines, numbers, texts and verdicts may change.
 * Laws: fingerprints of different things differ; moving a resource to another line never changes one.
 */
export function fingerprintOf({ policy, finding: { subject, about = [subject], kind = "" } }: AssessedFinding): string {
  return createHash("sha256")
    .update(JSON.stringify([policy, kind, [...about].sort()]))
    .digest("hex")
    .slice(0, 32);
}

/** The fingerprints, each distinct: those of further findings about the same thing are numbered in canonical order. */
export function distinctFingerprints(findings: readonly AssessedFinding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const fingerprint = fingerprintOf(finding);
    const before = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, before + 1);
    return before === 0 ? fingerprint : `${fingerprint}:${before + 1}`;
  });
}
