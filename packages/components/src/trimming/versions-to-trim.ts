/**
 * The published versions to delete, the oldest first: all except the newest `keep` and those in `inUse`. Ignores entries that are not
 * numbers, such as `$LATEST`. Lambda numbers versions upwards and never reuses a number (docs/aws-facts.md#version-numbers).
 *
 * Laws: the newest version stays, and so does each version in use. At most `keep` of the others stay. After trimming, there is nothing to
 * trim. Order and duplicates do not matter.
 */
export function versionsToTrim(versions: readonly string[], inUse: ReadonlySet<string>, keep: number): readonly string[] {
  const oldestFirst = [...new Set(versions)].filter((version) => /^\d+$/.test(version)).sort((one, other) => Number(one) - Number(other));
  return oldestFirst.slice(0, -Math.max(1, keep)).filter((version) => !inUse.has(version));
}
