import fc from "fast-check";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runMain } from "@lambda-vpc/test-stacks/run-main";
import { wholeNumber } from "@lambda-vpc/test-stacks/whole-number";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { arbitraryLife } from "./arbitrary-life";
import { slowerThan, wrongWith } from "./judge-life";
import { isInside, type Life } from "./life";
import { type LifeLaboratory, type LivedLife, openLifeLaboratory } from "./life-laboratory";

const USAGE = "usage: npm run leaving -- [--lives N] [--seed S] [--engines E]";
const scratch = join(repositoryRoot, ".state/leaving");

/** AWS's 20 minutes until Lambda deletes an ENI take 12 seconds. */
const SCALE = 0.01;
const WAIT = 20 * 60 * SCALE;

/**
 * Lives of generated programs with the components and by hand: functions leave the VPC, change sets and are removed, the network is
 * removed, and the rest is destroyed. Prints the times, and ends with 1 if an ENI is orphaned or the components wait longer.
 */
async function main(): Promise<void> {
  const string = { type: "string" } as const;
  const { values } = parseArgs({
    options: { lives: { ...string, default: "20" }, seed: { ...string, default: "1" }, engines: { ...string, default: "2" } },
  });
  const numRuns = wholeNumber("lives", values.lives, 1, USAGE);
  const engines = wholeNumber("engines", values.engines, 1, USAGE);
  const left = fc.sample(fc.noBias(arbitraryLife), { numRuns, seed: wholeNumber("seed", values.seed, 0, USAGE) }).values();
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "run-"));
  const [tally, totals, wrong]: [Map<string, number>, [number, number], string[]] = [new Map(), [0, 0], []];
  const work = async (engine: number): Promise<void> => {
    const laboratory = await openLifeLaboratory(join(folder, `engine-${engine}`), SCALE);
    try {
      for (const life of left) {
        const [ours, byHand] = await tried(laboratory, life);
        // A busy machine delays single commands, so a slower life is repeated once.
        const again = slowerThan(byHand, ours, WAIT).length > 0 ? await tried(laboratory, life) : undefined;
        const slower = again === undefined ? [] : slowerThan(again[1], again[0], WAIT);
        const problems = [...wrongWith(ours), ...(again === undefined ? [] : wrongWith(again[0])), ...slower];
        wrong.push(...problems.map((one) => `${JSON.stringify(life)}\n${one}`));
        totals[0] += sum(ours);
        totals[1] += sum(byHand);
        for (const kind of kindsOf(life)) tally.set(kind, (tally.get(kind) ?? 0) + 1);
      }
    } finally {
      await laboratory.close();
    }
  };
  const works = await Promise.allSettled(Array.from({ length: engines }, (_, engine) => work(engine)));
  rmSync(folder, { recursive: true, force: true });
  for (const one of works) if (one.status === "rejected") throw one.reason;
  const [ours, byHand] = totals.map((seconds) => `${(seconds / 60 / SCALE / numRuns).toFixed(0)} minutes of AWS`);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(tally), null, 2)}\n`);
  process.stdout.write(`${numRuns} lives: ${ours} each with the components, ${byHand} by hand; ${wrong.length} problems\n`);
  for (const one of wrong) process.stderr.write(`${one}\n\n`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

/** The life with the components, and by hand. */
async function tried(laboratory: LifeLaboratory, life: Life): Promise<readonly [ours: LivedLife, byHand: LivedLife]> {
  const byHand = await laboratory.live(life, "hand");
  if (wrongWith(byHand).length > 0) throw new Error(`The program by hand is wrong: ${wrongWith(byHand).join("; ")}`);
  return [await laboratory.live(life, "components"), byHand];
}

function sum({ seconds }: LivedLife): number {
  return seconds.reduce((one, other) => one + other, 0);
}

/** What happens in a life, for the shares. */
function kindsOf({ ownNetwork, keepsNetwork, together, moments }: Life): readonly string[] {
  const changes = moments.slice(1).map((moment, index) => ({ before: moments[index] ?? [], moment }));
  const some = (holds: (before: string | undefined, after: string) => boolean): boolean =>
    changes.some(({ before, moment }) => moment.some((place, index) => holds(before[index], place)));
  const ends = changes.some(({ before, moment }) => before.some(isInside) && !moment.some(isInside));
  return [
    together ? "one description" : "separate components",
    ...(some((before, after) => before !== "outside" && after === "outside") ? ["a function leaves the VPC"] : []),
    ...(some((before, after) => (before === "a" && after === "b") || (before === "b" && after === "a")) ? ["a function changes sets"] : []),
    ...(some((before, after) => before !== "gone" && after === "gone") ? ["a function is removed"] : []),
    ...(ends && ownNetwork && !keepsNetwork ? ["the network is removed"] : []),
    ...(moments.at(-1)?.some(isInside) === true ? ["functions are destroyed with the network"] : []),
  ];
}

runMain(main);
