/**
 * The published versions that are to go, the oldest first: all but the newest `keep` and those in `inUse`. What is no number, such as `$LATEST`, is no
 * published version. Lambda numbers versions upwards and gives no number twice (docs/aws-facts.md#version-numbers).
 *
 * Laws: the newest version stays, and so does each in use; of the others at most `keep` stay; once they are gone, none is to go; order and duplicates
 * never matter.
 */
export function versionsToTrim(versions: readonly string[], inUse: ReadonlySet<string>, keep: number): readonly string[] {
  const oldestFirst = [...new Set(versions)].filter((version) => /^\d+$/.test(version)).sort((one, other) => Number(one) - Number(other));
  return oldestFirst.slice(0, -Math.max(1, keep)).filter((version) => !inUse.has(version));
}
