import { openEngine } from "@lambda-vpc/engine";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { measurePreview, type Preview, type PreviewBench, spentInLastPreview } from "./preview";
import { progress } from "./progress";
import { median, medianRatio } from "./statistics";

const repository = resolve(__dirname, "../..");
const packs = {
  ours: [join(repository, "policies/lambda-vpc")],
  apart: ["eni-consolidation", "function-networking", "subnet-sizing"].map((pack) => join(repository, "policies", pack)),
  noOp: [join(repository, "bench/packs/no-op")],
  measured: [join(repository, "bench/packs/measured")],
  awsGuard: [join(repository, "bench/packs/awsguard")],
};

/** A pack that is measured in every round, and whether it refuses the program. */
const kinds = {
  without: { packs: [], refuses: false, name: "no pack" },
  noOp: { packs: packs.noOp, refuses: false, name: "the no-op pack" },
  ours: { packs: packs.ours, refuses: true, name: "our pack" },
  apart: { packs: packs.apart, refuses: true, name: "our three packs" },
  awsGuard: { packs: packs.awsGuard, refuses: false, name: "AWSGuard" },
} as const;

type Kind = keyof typeof kinds;

/** Compares previews of functions with a group each: with our pack, with one that does nothing, and with AWSGuard, in turn, in one run. */
export async function measureWholePack(scratch: string, functions: number, rounds: number): Promise<Record<string, number>> {
  installAwsGuard();
  const program = join(scratch, "program");
  mkdirSync(program, { recursive: true });
  cpSync(join(repository, "bench/programs/group-per-function"), program, { recursive: true });
  const engine = await openEngine({ stateDirectory: join(scratch, "state") });
  const bench: PreviewBench = { engine, program, functions, scratch };
  try {
    await engine.pulumi(["-C", program, "--non-interactive", "stack", "init", "bench"]);
    const previews: Record<Kind, Preview[]> = { without: [], noOp: [], ours: [], apart: [], awsGuard: [] };
    for (let round = 1; round <= rounds; round++)
      for (const [kind, { packs: served, refuses, name }] of Object.entries(kinds)) {
        progress(`preview of ${functions} functions, round ${round} of ${rounds}: ${name}`);
        const preview = await measurePreview(bench, served, refuses);
        previews[kind as Kind].push(preview);
        progress(`  ${(preview.wall / 1000).toFixed(1)} s, ${Math.round(preview.packs.resident / 1e6)} MB in the processes of the packs`);
      }
    progress(`preview of ${functions} functions: our pack with a clock around its callbacks`);
    const measured = await measurePreview(bench, packs.measured, true);
    return { ...figures(previews), ...callbackFigures(spentInLastPreview(bench), measured) };
  } finally {
    await engine.close();
  }
}

/** Only the benchmarks need AWSGuard, so the repository does not depend on it. */
function installAwsGuard(): void {
  const [folder = ""] = packs.awsGuard;
  if (existsSync(join(folder, "node_modules"))) return;
  progress("install AWSGuard");
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

function figures(previews: Readonly<Record<Kind, readonly Preview[]>>): Record<string, number> {
  const wall = (kind: Kind): readonly number[] => previews[kind].map((one) => one.wall);
  const processor = (kind: Kind): readonly number[] => previews[kind].map(({ packs: { processor: used } }) => used);
  const resident = (kind: Kind): number => median(previews[kind].map(({ packs: { resident: used } }) => used)) / 1e6;
  /** What a pack costs in addition to one that does nothing, pair by pair. */
  const cost = (kind: Kind): number => median(processor(kind).map((used, round) => used - (processor("noOp")[round] ?? NaN)));
  return {
    "preview without a pack (ms)": median(wall("without")),
    "preview with the no-op pack (ms)": median(wall("noOp")),
    "preview with ours (ms)": median(wall("ours")),
    "preview with our three packs apart (ms)": median(wall("apart")),
    "preview with AWSGuard (ms)": median(wall("awsGuard")),
    "preview, ours / no-op (goal: 1.05)": medianRatio(wall("ours"), wall("noOp")),
    "preview, ours in one pack / in three": medianRatio(wall("ours"), wall("apart")),
    "preview, ours / AWSGuard (goal: 1)": medianRatio(wall("ours"), wall("awsGuard")),
    "pack's process beyond no-op, ours, processor time (ms)": cost("ours"),
    "pack's process beyond no-op, AWSGuard, processor time (ms)": cost("awsGuard"),
    "pack's process, ours / AWSGuard, processor time (goal: 1)": medianRatio(processor("ours"), processor("awsGuard")),
    "pack's resident memory, ours (MB, goal: 500)": resident("ours"),
    "pack's resident memory, no-op (MB)": resident("noOp"),
    "pack's resident memory, AWSGuard (MB)": resident("awsGuard"),
  };
}

function callbackFigures({ callbacks, deserialisation }: ReturnType<typeof spentInLastPreview>, { wall }: Preview): Record<string, number> {
  return {
    "our callbacks, processor time (ms)": callbacks,
    "our callbacks, share of the preview (%, goal: 1)": (100 * callbacks) / wall,
    "the SDK's deserialisation, processor time (ms)": deserialisation,
  };
}
