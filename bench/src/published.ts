import { stageAll } from "@lambda-vpc/release";
import { readdirSync, statSync } from "node:fs";
import { basename } from "node:path";
import { bootMilliseconds } from "./boot";
import { median, medianRatio } from "./statistics";

/** The size and the start time of a published pack, compared with a pack that does nothing. */
export async function measurePublished(pack: string, noOp: string, stagedIn: string, rounds: number): Promise<Record<string, number>> {
  const published = (await stageAll(stagedIn)).find(({ folder }) => basename(folder) === pack);
  if (published === undefined) throw new Error(`${pack} is not published`);
  const boot = { ours: [] as number[], noOp: [] as number[] };
  for (let round = -1; round < rounds; round++) {
    const [ours, nothing] = [await bootMilliseconds(published.folder), await bootMilliseconds(noOp)];
    if (round < 0) continue;
    boot.ours.push(ours);
    boot.noOp.push(nothing);
  }
  return {
    "boot, ours as published (ms)": median(boot.ours),
    "boot, no-op (ms)": median(boot.noOp),
    "boot, ours as published / no-op": medianRatio(boot.ours, boot.noOp),
    "unpacked, ours as published (KiB)": folderBytes(published.folder) / 1024,
    "unpacked, no-op (KiB)": folderBytes(noOp) / 1024,
  };
}

/** What the files of a folder weigh, those of its folders too. */
function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(`${parentPath}/${name}`).size, 0);
}
