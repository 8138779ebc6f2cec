import type { Engine } from "@lambda-vpc/engine";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Spent } from "./measured-pack";
import type { Resources } from "./report-resources";

/** Previews of one program, with a pack or without. */
export interface PreviewBench {
  readonly engine: Engine;
  readonly program: string;
  readonly functions: number;
  readonly scratch: string;
}

/** What one preview took. */
export interface Preview {
  /** Milliseconds. */
  readonly wall: number;
  /** What its packs used together. */
  readonly packs: Resources;
}

/** A preview of five thousand functions takes minutes on two processors. */
const TIMEOUT_SECONDS = 3600;

/** Measures one preview. Throws if the exit does not match `refused`. */
export async function measurePreview(bench: PreviewBench, packs: readonly string[], refused: boolean): Promise<Preview> {
  const resources = join(bench.scratch, "resources");
  rmSync(resources, { recursive: true, force: true });
  mkdirSync(resources, { recursive: true });
  const environment = {
    FUNCTIONS: String(bench.functions),
    LAMBDA_VPC_SPENT: spentFile(bench),
    LAMBDA_VPC_RESOURCES: resources,
    NODE_OPTIONS: ["report-resources.js", "report-heap.js"].map((file) => `--require ${JSON.stringify(join(__dirname, file))}`).join(" "),
  };
  const start = process.hrtime.bigint();
  const { exitCode, stdout, stderr } = await bench.engine.pulumi(
    ["-C", bench.program, "--non-interactive", "preview", "--stack", "bench", ...packs.flatMap((pack) => ["--policy-pack", pack])],
    { environment, timeoutSeconds: TIMEOUT_SECONDS },
  );
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if ((exitCode !== 0) !== refused) throw new Error(`the preview ended with ${exitCode}:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  return { wall, packs: usedBy(resources) };
}

function usedBy(folder: string): Resources {
  const used = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Resources);
  return used.reduce((sum, one) => ({ processor: sum.processor + one.processor, resident: sum.resident + one.resident }), {
    processor: 0,
    resident: 0,
  });
}

/** Processor time that the measured pack left of its last preview, in milliseconds. */
export function spentInLastPreview(bench: PreviewBench): Spent {
  return JSON.parse(readFileSync(spentFile(bench), "utf8")) as Spent;
}

function spentFile({ scratch }: PreviewBench): string {
  return join(scratch, "spent.json");
}
