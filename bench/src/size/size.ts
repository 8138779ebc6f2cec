import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { progress } from "../progress";
import { median } from "../statistics";
import { generatedState, type StackSize } from "./generated-state";
import type { CheckStages } from "./check-stages";
import type { Stages } from "./stages";

/** The sizes that are measured. The largest of each list is compared with its goals; all of a list give the exponent. */
export interface Sizes {
  /** Numbers of functions with 40 sets. */
  readonly functions: readonly number[];
  /** Numbers of sets of `functionsOfSets` functions. */
  readonly sets: readonly number[];
  readonly functionsOfSets: number;
}

const SETS = 40;

/** Reads, joins and plans generated state files, each in its own process, and compares the time with that of `JSON.parse` in the same run. */
export function measureSizes(scratch: string, sizes: Sizes, rounds: number): Record<string, number> {
  const folder = join(scratch, "states");
  mkdirSync(folder, { recursive: true });
  try {
    const byFunctions = sizes.functions.map((functions) => measured(folder, { functions, sets: SETS }, rounds));
    const largest = byFunctions.at(-1);
    const check = largest === undefined ? {} : measuredCheck(folder, largest, rounds);
    const bySets = sizes.sets.map((sets) => measured(folder, { functions: sizes.functionsOfSets, sets }, rounds));
    return {
      ...Object.assign({}, ...[...byFunctions, ...bySets].map(figures)),
      ...check,
      "exponent of the time in functions (goal: 1.1)": exponent(byFunctions, ({ size }) => size.functions),
      "exponent of the time in sets (goal: 1.1)": exponent(bySets, ({ size }) => size.sets),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Measurement extends Stages {
  readonly size: StackSize;
  readonly bytes: number;
}

function measured(folder: string, size: StackSize, rounds: number): Measurement {
  const file = join(folder, "state.json");
  writeState(file, size);
  const bytes = statSync(file).size;
  const runs = Array.from({ length: rounds }, (_, round) => {
    progress(`${nameOf(size)}, ${(bytes / 1e6).toFixed(1)} MB: round ${round + 1} of ${rounds}`);
    return { ...stagesOf(file), parse: stagesOf(file, "parse").parse };
  });
  const middle = (of: (stages: Stages) => number): number => median(runs.map(of));
  return {
    size,
    bytes,
    parse: middle(({ parse }) => parse),
    read: middle(({ read }) => read),
    network: middle(({ network }) => network),
    plan: middle(({ plan }) => plan),
    resident: middle(({ resident }) => resident),
    residentBefore: middle(({ residentBefore }) => residentBefore),
  };
}

/** `lambda-vpc check` of the largest state, with all policies and the report. */
function measuredCheck(folder: string, { size, parse }: Measurement, rounds: number): Record<string, number> {
  const file = join(folder, "state.json");
  writeState(file, size);
  const runs = Array.from({ length: rounds }, (_, round) => {
    progress(`${nameOf(size)}: check, round ${round + 1} of ${rounds}`);
    return processOf<CheckStages>("check-stages.js", file);
  });
  const check = median(runs.map((run) => run.check));
  return {
    [`${nameOf(size)}: check with all policies (ms)`]: check,
    [`${nameOf(size)}: findings`]: runs[0]?.findings ?? 0,
    [`${nameOf(size)}: check / JSON.parse (goal: 2)`]: check / parse,
  };
}

function writeState(file: string, size: StackSize): void {
  const descriptor = openSync(file, "w");
  for (const part of generatedState(size)) writeSync(descriptor, part);
  closeSync(descriptor);
}

function stagesOf(file: string, ...only: readonly string[]): Stages {
  return processOf<Stages>("stages.js", file, ...only);
}

function processOf<T>(script: string, ...commandLine: readonly string[]): T {
  const heap = "--max-old-space-size=12000";
  return JSON.parse(execFileSync(process.execPath, [heap, join(__dirname, script), ...commandLine], { encoding: "utf8" })) as T;
}

function figures(one: Measurement): Record<string, number> {
  const name = nameOf(one.size);
  return {
    [`${name}: file (MB)`]: one.bytes / 1e6,
    [`${name}: JSON.parse (ms)`]: one.parse,
    [`${name}: reading after JSON.parse (ms)`]: one.read - one.parse,
    [`${name}: network (ms)`]: one.network,
    [`${name}: plan (ms)`]: one.plan,
    [`${name}: after JSON.parse / JSON.parse (goal: 1.5)`]: afterParse(one) / one.parse,
    [`${name}: resident memory / file (goal: 2)`]: one.resident / one.bytes,
    [`${name}: resident memory without Node.js / file`]: (one.resident - one.residentBefore) / one.bytes,
  };
}

function afterParse({ parse, read, network, plan }: Stages): number {
  return read - parse + network + plan;
}

/**
 * The greatest exponent of the time, with that of `JSON.parse`, between a size and the next one: 1 is linear, 2 is quadratic. Measure with several sizes: of the
 * smallest ones, the start of the process hides the exponent.
 */
function exponent(all: readonly Measurement[], sizeOf: (one: Measurement) => number): number {
  const points = all.map((one) => [Math.log(sizeOf(one)), Math.log(afterParse(one) + one.parse)] as const);
  return Math.max(
    ...points.slice(1).map(([size, time], index) => {
      const [smaller, shorter] = points[index] ?? [NaN, NaN];
      return (time - shorter) / (size - smaller);
    }),
  );
}

function nameOf({ functions, sets }: StackSize): string {
  return `${functions} functions, ${sets} sets`;
}
