import { stageAll } from "@lambda-vpc/release";
import { readdirSync, statSync } from "node:fs";
import { basename } from "node:path";
import { type Boot, bootMilliseconds } from "./boot";
import { progress } from "./progress";
import { median, medianRatio } from "./statistics";

/** The size and the start time of a published pack, compared with a pack that does nothing. */
export async function measurePublished(pack: string, noOp: string, stagedIn: string, rounds: number): Promise<Record<string, number>> {
  const published = (await stageAll(stagedIn)).find(({ folder }) => basename(folder) === pack);
  if (published === undefined) throw new Error(`${pack} is not published`);
  progress(`start ${pack} and a pack that does nothing, ${rounds} rounds`);
  const boot = { ours: [] as Boot[], noOp: [] as Boot[] };
  for (let round = -1; round < rounds; round++) {
    const [ours, nothing] = [await bootMilliseconds(published.folder), await bootMilliseconds(noOp)];
    if (round < 0) continue;
    boot.ours.push(ours);
    boot.noOp.push(nothing);
  }
  const wall = { ours: boot.ours.map((one) => one.wall), noOp: boot.noOp.map((one) => one.wall) };
  const processor = { ours: boot.ours.map((one) => one.processor), noOp: boot.noOp.map((one) => one.processor) };
  return {
    "boot, ours as published (ms)": median(wall.ours),
    "boot, no-op (ms)": median(wall.noOp),
    "boot, ours as published / no-op": medianRatio(wall.ours, wall.noOp),
    "boot, ours as published, processor time (ms)": median(processor.ours),
    "boot, no-op, processor time (ms)": median(processor.noOp),
    "boot, ours / no-op, processor time": medianRatio(processor.ours, processor.noOp),
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
