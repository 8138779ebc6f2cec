import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { measureComponents } from "./components";
import { measureProduct } from "./product";
import { progress } from "./progress";
import { measureOrganisation } from "./organisation/organisation";
import { measurePublished } from "./published";
import { measureSizes, type Sizes } from "./size/size";
import { measureWholePack } from "./whole-pack";

const repository = resolve(__dirname, "../..");
const scratch = join(repository, ".state/bench");
const noOp = join(repository, "bench/packs/no-op");

/** How many functions a stack made of our components has here. */
const FUNCTIONS_OF_OURS = 200;

const FULL: Sizes = { functions: [1_000, 10_000, 100_000], sets: [10, 100, 1_000, 10_000, 20_000], functionsOfSets: 20_000 };
const SMALL: Sizes = { functions: [1_000, 4_000], sets: [10, 1_000], functionsOfSets: 1_000 };

const MILLION = { functions: [10_000, 1_000_000] };
const SMALL_ORGANISATION = { functions: [2_000, 20_000] };

const USAGE =
  "usage: npm run bench -- [--small] [--only boot,size,preview,components,organisation,product] [--functions N, at least 10] [--rounds N, at least 1]";

/** Measures the parts in turn, in one run, prints them, and writes them as JSON. */
async function main(): Promise<void> {
  const { functions, rounds, only, sizes, organisations, file } = readArguments();
  const parts: Readonly<Record<string, () => Promise<Record<string, number>> | Record<string, number>>> = {
    boot: () => measurePublished("lambda-vpc", noOp, join(repository, ".state/bench-release"), Math.max(10, 3 * rounds)),
    size: () => measureSizes(scratch, sizes, rounds),
    preview: () => measureWholePack(join(scratch, "preview"), functions, rounds),
    components: () => measureComponents(scratch, Math.min(functions, FUNCTIONS_OF_OURS), rounds),
    product: () => measureProduct(join(scratch, "product")),
    organisation: () => measureOrganisation(join(scratch, "organisation"), organisations),
  };
  const unknown = only.filter((part) => !Object.hasOwn(parts, part));
  if (unknown.length > 0) throw new Error(USAGE);
  rmSync(scratch, { recursive: true, force: true });
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
  return {
    functions,
    rounds,
    only,
    sizes: small ? SMALL : FULL,
    organisations: small ? SMALL_ORGANISATION : MILLION,
    file: small ? "small.json" : "bench.json",
  };
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
