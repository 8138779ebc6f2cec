import {
  DEFAULT_ENIS_PER_VPC,
  LARGEST_BLOCK,
  LEAST_MEMORY,
  loadShapes,
  type LoadShape,
  MAX_SUBNETS_PER_FUNCTION,
  MOST_MEMORY,
  REPORTED_INTERFACE_WAIT,
  type Scenario,
  SMALLEST_BLOCK,
  usableAddresses,
} from "@lambda-vpc/model";
import { nearest } from "@lambda-vpc/policy-kit";
import type { CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import { readText } from "../command/read-file";
import { MOST_EXECUTIONS, readConcurrency } from "./concurrency-file";

/** The steps of a built-in load. */
export const STEPS = 120;

const MOST_FUNCTIONS = 1000;

/** The values of the flags, as texts. */
export interface ScenarioFlags {
  readonly functions?: string | undefined;
  readonly sets?: string | undefined;
  readonly subnets?: string | undefined;
  readonly memory?: string | undefined;
  readonly concurrency?: string | undefined;
  readonly load?: string | undefined;
  readonly step?: string | undefined;
  readonly quota?: string | undefined;
  readonly "subnet-size"?: readonly string[] | undefined;
}

/** A scenario, and what its numbers came from, for the page. */
export interface ReadScenario {
  readonly scenario: Scenario;
  /** Undefined if the load is from a file. */
  readonly shape: LoadShape | undefined;
  /** One prefix length for each subnet. */
  readonly prefixLengths: readonly number[];
}

/** @throws CommandError if a value is not one that can be simulated. */
export function readScenario(flags: ScenarioFlags, context: CommandContext): ReadScenario {
  const functions = wholeNumber("functions", flags.functions, { default: 40, from: 1, to: MOST_FUNCTIONS });
  const sets = wholeNumber("sets", flags.sets, { default: functions, from: 1, to: MOST_FUNCTIONS });
  if (sets > functions)
    throw wrong(`--sets is ${sets}, but --functions is ${functions}. A function has one set: specify at most ${functions} sets.`);
  const count = wholeNumber("subnets", flags.subnets, { default: 3, from: 1, to: MAX_SUBNETS_PER_FUNCTION });
  const prefixLengths = readPrefixLengths(flags["subnet-size"] ?? [], count);
  const memory = wholeNumber("memory", flags.memory, { default: 1024, from: LEAST_MEMORY, to: MOST_MEMORY });
  const quota = flags.quota === undefined ? undefined : wholeNumber("quota", flags.quota, { default: 0, from: 1, to: MOST_EXECUTIONS });
  const { load, shape } = readLoad(flags, context);
  const scenario = {
    functions,
    sets,
    subnets: prefixLengths.map(usableAddresses),
    memory,
    load,
    secondsPerStep: wholeNumber("step", flags.step, { default: 1, from: 1, to: 86_400 }),
    interfaceWait: REPORTED_INTERFACE_WAIT,
    connectionsPerExecution: 1,
    quota: { before: quota ?? Infinity, today: quota ?? DEFAULT_ENIS_PER_VPC },
  };
  return { scenario, shape, prefixLengths };
}

function readLoad({ load = "ramp", concurrency }: ScenarioFlags, context: CommandContext) {
  const shapes = Object.keys(loadShapes);
  const shape = isShape(load) ? load : undefined;
  if (shape !== undefined) {
    const peak = wholeNumber("concurrency", concurrency, { default: 1000, from: 0, to: MOST_EXECUTIONS });
    return { load: loadShapes[shape](peak, STEPS), shape };
  }
  if (load !== "-" && !/[./\\]/.test(load)) throw wrong(`Unknown load ${load}. ${nearest(load, shapes)}, or a file such as ./load.csv.`);
  if (concurrency !== undefined)
    throw wrong(`--concurrency is given with --load ${load}, which has the concurrency of each step. Remove --concurrency.`);
  return { load: readConcurrency(readText(load, context), load === "-" ? "The standard input" : load), shape };
}

function isShape(load: string): load is LoadShape {
  return Object.hasOwn(loadShapes, load);
}

/** One size for all subnets, or one for each. */
function readPrefixLengths(sizes: readonly string[], count: number): readonly number[] {
  const lengths = sizes.map((size) => {
    const length = /^\/?(\d{1,2})$/.exec(size)?.[1];
    if (length === undefined || Number(length) < LARGEST_BLOCK || Number(length) > SMALLEST_BLOCK)
      throw wrong(`--subnet-size is ${JSON.stringify(size)}. Specify a prefix length from /${LARGEST_BLOCK} to /${SMALLEST_BLOCK}.`);
    return Number(length);
  });
  if (lengths.length > 1 && lengths.length !== count)
    throw wrong(`--subnet-size is given ${lengths.length} times for ${count} subnets. Specify it once for all subnets, or once for each.`);
  return Array.from({ length: count }, (_, index) => lengths[index] ?? lengths[0] ?? 24);
}

function wholeNumber(flag: string, text: string | undefined, range: { default: number; from: number; to: number }): number {
  if (text === undefined) return range.default;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  if (value === undefined || value < range.from || value > range.to)
    throw wrong(`--${flag} is ${JSON.stringify(text)}. Specify a whole number from ${range.from} to ${range.to}.`);
  return value;
}

function wrong(message: string): CommandError {
  return new CommandError(exitCodes.usage, message);
}
