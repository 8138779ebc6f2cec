import type { CollectedRegion } from "../dataset/collected-region";
import { type ConfigItem, listOf, objectOf, readConfigItem, textOf } from "./config-item";
import { configRegions } from "./config-regions";
import { type BrokenFile, readSourceFiles } from "./source-file";
import type { SourceStore } from "./source-store";

/** What the files of a source contain. */
export interface FileCollection {
  readonly regions: readonly CollectedRegion[];
  /** Files that could not be read. Their Regions are absent, or as an older file shows them. */
  readonly broken: readonly BrokenFile[];
  /** The number of files that were read. */
  readonly files: number;
}

interface Snapshot {
  readonly id: string;
  readonly takenAt: string;
  readonly items: readonly ConfigItem[];
}

/** The time in the name of a file, `…_20261201T060000Z_…`. */
const TIME = /_(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z_/;

/**
 * The Regions in configuration snapshots, as AWS Config delivers them to S3 (docs/aws-facts.md#configuration-snapshots). Each day has its
 * newest snapshot of each Region alone, so that several snapshots of a day are counted once.
 *
 * @throws SourceError if the source cannot be listed
 */
export async function collectSnapshots(store: SourceStore): Promise<FileCollection> {
  // A history file has all states of one type, not the present one of all types.
  const { read, broken } = await readSourceFiles(store, (file) => !/_ConfigHistory_/.test(file), readSnapshot);
  const found = new Map<string, { readonly snapshots: Snapshot[] }>();
  for (const { content } of read)
    for (const [where, items] of Map.groupBy(
      content.items,
      ({ account, region }) => `${account} ${region} ${content.takenAt.slice(0, 10)}`,
    )) {
      const { snapshots } = found.get(where) ?? { snapshots: [] };
      snapshots.push({ ...content, items });
      found.set(where, { snapshots });
    }
  const regions = [...found.values()].flatMap(({ snapshots }) => {
    const newest = snapshots.reduce((one, other) => (other.takenAt > one.takenAt ? other : one));
    // A large snapshot may be in several files of one id.
    const items = snapshots.filter(({ id, takenAt }) => id === newest.id && takenAt === newest.takenAt).flatMap((one) => one.items);
    return configRegions(items, { source: "config-snapshots", call: "snapshot of AWS Config", readAt: newest.takenAt });
  });
  return { regions, broken, files: read.length };
}

/** @throws Error if it is a snapshot without a time. */
function readSnapshot(json: unknown, file: string): Snapshot {
  const document = objectOf(json);
  if (!Array.isArray(document["configurationItems"])) throw new Error("It has no configurationItems.");
  const items = listOf(document["configurationItems"]).flatMap((item) => readConfigItem(item) ?? []);
  const takenAt = timeIn(file) ?? items.map(({ capturedAt }) => capturedAt).reduce((one, other) => (other > one ? other : one), "");
  if (!/^\d{4}-\d{2}-\d{2}T/.test(takenAt)) throw new Error("Neither its name nor an item states a time.");
  return { id: textOf(document["configSnapshotId"]) ?? file, takenAt, items };
}

function timeIn(file: string): string | undefined {
  const [, year, month, day, hour, minute, second] = TIME.exec(file) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
