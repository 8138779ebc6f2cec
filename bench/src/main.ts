import { openEngine } from "@lambda-vpc/engine";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { measureComponents } from "./components";
import { type PreviewBench, previewMilliseconds, spentInLastPreview } from "./preview";
import { progress } from "./progress";
import { measurePublished } from "./published";
import { measureSizes, type Sizes } from "./size/size";
import { median, medianRatio } from "./statistics";

const repository = resolve(__dirname, "../..");
const scratch = join(repository, ".state/bench");
const packs = {
  ours: join(repository, "policies/lambda-vpc"),
  apart: ["eni-consolidation", "function-networking", "subnet-sizing"].map((pack) => join(repository, "policies", pack)),
  noOp: join(repository, "bench/packs/no-op"),
  measured: join(repository, "bench/packs/measured"),
};

/** How many functions a stack made of our components has here. */
const FUNCTIONS_OF_OURS = 200;

const FULL: Sizes = { functions: [1_000, 10_000, 100_000], sets: [10, 100, 1_000, 10_000, 20_000], functionsOfSets: 20_000 };
const SMALL: Sizes = { functions: [1_000, 4_000], sets: [10, 1_000], functionsOfSets: 1_000 };

const USAGE =
  "usage: npm run bench -- [--small] [--only boot,size,preview,components] [--functions N, at least 10] [--rounds N, at least 1]";

/** Measures the parts in turn, in one run, prints them, and writes them as JSON. */
async function main(): Promise<void> {
  const { functions, rounds, only, sizes, file } = readArguments();
  const parts: Readonly<Record<string, () => Promise<Record<string, number>> | Record<string, number>>> = {
    boot: () => measurePublished("lambda-vpc", packs.noOp, join(repository, ".state/bench-release"), Math.max(10, 3 * rounds)),
    size: () => measureSizes(scratch, sizes, rounds),
    preview: () => measurePreview(functions, rounds),
    components: () => measureComponents(scratch, Math.min(functions, FUNCTIONS_OF_OURS), rounds),
  };
  const unknown = only.filter((part) => !Object.hasOwn(parts, part));
  if (unknown.length > 0) throw new Error(USAGE);
  let figures: Record<string, number> = { functions, rounds };
  for (const [part, measure] of Object.entries(parts)) {
    if (only.length > 0 && !only.includes(part)) continue;
    progress(part);
    figures = { ...figures, ...(await measure()) };
  }
  const folder = join(repository, "bench/results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), `${JSON.stringify(figures, null, 2)}\n`);
  for (const [name, value] of Object.entries(figures)) process.stdout.write(`${name.padEnd(64)} ${Number(value.toPrecision(4))}\n`);
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      functions: { type: "string" },
      rounds: { type: "string" },
      only: { type: "string", default: "" },
      small: { type: "boolean" },
    },
  });
  const small = values.small === true;
  const [functions, rounds] = [Number(values.functions ?? (small ? 50 : 5_000)), Number(values.rounds ?? (small ? 1 : 5))];
  if (!(Number.isInteger(functions) && functions >= 10 && Number.isInteger(rounds) && rounds >= 1)) throw new Error(USAGE);
  const only = values.only.split(",").filter((part) => part !== "");
  return { functions, rounds, only, sizes: small ? SMALL : FULL, file: small ? "small.json" : "bench.json" };
}

async function measurePreview(functions: number, rounds: number): Promise<Record<string, number>> {
  rmSync(scratch, { recursive: true, force: true });
  const program = join(scratch, "program");
  mkdirSync(program, { recursive: true });
  cpSync(join(repository, "bench/programs/group-per-function"), program, { recursive: true });
  const engine = await openEngine({ stateDirectory: join(scratch, "state") });
  const bench: PreviewBench = { engine, program, functions, scratch };
  try {
    await engine.pulumi(["-C", program, "--non-interactive", "stack", "init", "bench"]);
    const wall = { without: [] as number[], noOp: [] as number[], ours: [] as number[], apart: [] as number[], measured: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      const step = (what: string): void => progress(`preview of ${functions} functions, round ${round + 1} of ${rounds}: ${what}`);
      step("without a pack");
      wall.without.push(await previewMilliseconds(bench, [], false));
      step("no-op pack");
      wall.noOp.push(await previewMilliseconds(bench, [packs.noOp], false));
      step("our pack");
      wall.ours.push(await previewMilliseconds(bench, [packs.ours], true));
      step("our three packs");
      wall.apart.push(await previewMilliseconds(bench, packs.apart, true));
    }
    progress(`preview of ${functions} functions, our pack with a clock`);
    wall.measured.push(await previewMilliseconds(bench, [packs.measured], true));
    const { callbacks, deserialisation } = spentInLastPreview(bench);
    const [whole = NaN] = wall.measured;
    return {
      "preview without a pack (ms)": median(wall.without),
      "preview with the no-op pack (ms)": median(wall.noOp),
      "preview with ours (ms)": median(wall.ours),
      "preview with our three packs apart (ms)": median(wall.apart),
      "preview, ours / no-op": medianRatio(wall.ours, wall.noOp),
      "preview, ours in one pack / in three": medianRatio(wall.ours, wall.apart),
      "our callbacks, processor time (ms)": callbacks,
      "our callbacks, share of the preview (%)": (100 * callbacks) / whole,
      "the SDK's deserialisation, processor time (ms)": deserialisation,
    };
  } finally {
    await engine.close();
  }
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
