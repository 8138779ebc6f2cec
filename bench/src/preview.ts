import type { Engine } from "@lambda-vpc/engine";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Spent } from "./measured-pack";

/** Previews of one program, with a pack or without. */
export interface PreviewBench {
  readonly engine: Engine;
  readonly program: string;
  readonly functions: number;
  readonly scratch: string;
}

/** Wall time of one preview in milliseconds. Throws if the exit does not match `refused`. */
export async function previewMilliseconds(bench: PreviewBench, packs: readonly string[], refused: boolean): Promise<number> {
  const start = process.hrtime.bigint();
  const { exitCode, stdout, stderr } = await bench.engine.pulumi(
    ["-C", bench.program, "--non-interactive", "preview", "--stack", "bench", ...packs.flatMap((pack) => ["--policy-pack", pack])],
    { environment: { FUNCTIONS: String(bench.functions), LAMBDA_VPC_SPENT: spentFile(bench) }, timeoutSeconds: 600 },
  );
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if ((exitCode !== 0) !== refused) throw new Error(`the preview ended with ${exitCode}:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  return milliseconds;
}

/** Processor time that the measured pack left of its last preview, in milliseconds. */
export function spentInLastPreview(bench: PreviewBench): Spent {
  return JSON.parse(readFileSync(spentFile(bench), "utf8")) as Spent;
}

function spentFile({ scratch }: PreviewBench): string {
  return join(scratch, "spent.json");
}
