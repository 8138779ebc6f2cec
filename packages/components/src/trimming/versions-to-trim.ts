/** A published version. */
export interface PublishedVersion {
  /** Its number, or `$LATEST`. */
  readonly version: string;
  /** The ids of its subnets and security groups. */
  readonly network: readonly string[];
}

/**
 * The published versions to delete, the oldest first: all except the newest `keep` and those in `inUse`, and in addition those among the newest `keep` that use a subnet or
 * a group which the newest version does not use. An update that moves a function deletes its old groups and subnets last, and waits for the versions that use them
 * (docs/aws-facts.md#published-versions). Ignores entries that are not numbers, such as `$LATEST`. Lambda numbers versions upwards and never reuses a number
 * (docs/aws-facts.md#version-numbers).
 *
 * Laws: the newest version stays, and so does each version in use. At most `keep` of the others stay, and none of them uses what the newest does not use. After trimming,
 * there is nothing to trim. Order and duplicates do not matter.
 */
export function versionsToTrim(versions: readonly PublishedVersion[], inUse: ReadonlySet<string>, keep: number): readonly string[] {
  return superfluous(versions, keep).filter((version) => !inUse.has(version));
}

/** The versions in `inUse` that use a subnet or a group which the newest version does not use. They block its deletion. */
export function versionsThatBlock(versions: readonly PublishedVersion[], inUse: ReadonlySet<string>): readonly string[] {
  return superfluous(versions, versions.length).filter((version) => inUse.has(version));
}

function superfluous(versions: readonly PublishedVersion[], keep: number): readonly string[] {
  const byNumber = new Map(versions.flatMap((one) => (/^\d+$/.test(one.version) ? [[Number(one.version), one] as const] : [])));
  const oldestFirst = [...byNumber].sort(([one], [other]) => one - other).map(([, one]) => one);
  const used = new Set(oldestFirst.at(-1)?.network);
  const old = oldestFirst.slice(0, -Math.max(1, keep));
  return oldestFirst.filter((one) => old.includes(one) || one.network.some((id) => !used.has(id))).map(({ version }) => version);
}
