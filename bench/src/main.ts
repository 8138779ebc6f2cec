import { openEngine } from "@lambda-vpc/engine";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { measureComponents } from "./components";
import { type PreviewBench, previewMilliseconds, spentInLastPreview } from "./preview";
import { measurePublished } from "./published";
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

/** Measures everything in turn, in one run, prints it, and writes it as JSON. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { functions: { type: "string", default: "1000" }, rounds: { type: "string", default: "3" } } });
  const [functions, rounds] = [Number(values.functions), Number(values.rounds)];
  if (!(Number.isInteger(functions) && functions >= 10 && Number.isInteger(rounds) && rounds >= 1))
    throw new Error("usage: npm run bench -- [--functions N, at least 10] [--rounds N, at least 1]");

  const boot = await measurePublished("lambda-vpc", packs.noOp, join(repository, ".state/bench-release"), Math.max(10, 3 * rounds));
  const preview = await measurePreview(functions, rounds);
  const components = await measureComponents(scratch, FUNCTIONS_OF_OURS, rounds);
  const figures = { functions, rounds, ...boot, ...preview, ...components };
  const folder = join(repository, "bench/results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "bench.json"), `${JSON.stringify(figures, null, 2)}\n`);
  for (const [name, value] of Object.entries(figures)) process.stdout.write(`${name.padEnd(44)} ${Number(value.toPrecision(4))}\n`);
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
      wall.without.push(await previewMilliseconds(bench, [], false));
      wall.noOp.push(await previewMilliseconds(bench, [packs.noOp], false));
      wall.ours.push(await previewMilliseconds(bench, [packs.ours], true));
      wall.apart.push(await previewMilliseconds(bench, packs.apart, true));
    }
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
