import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs `use` with a folder for a dataset, which is removed after it. */
export async function withTemporaryDataset<T>(use: (dataset: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "dataset-"));
  try {
    return await use(join(folder, "dataset"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
