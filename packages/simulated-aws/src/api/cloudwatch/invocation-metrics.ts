import { createHash } from "node:crypto";
import type { LambdaFunction } from "../../account/rows/lambda-rows";
import { CREATION_DATE } from "../../account/store/creation-date";
import type { Call } from "../operation/call";

/** A dimension of a metric. */
export interface Dimension {
  readonly name: string;
  readonly value: string;
}

/** The metric `Invocations` of Lambda for one set of dimensions. */
export interface InvocationMetric {
  /** None for all functions of the Region. */
  readonly dimensions: readonly Dimension[];
  readonly functions: readonly LambdaFunction[];
}

const DAY = 86_400_000;

/** When the first invocation of each day is counted: at noon. */
const TIME_OF_DAY = DAY / 2;

/** The days without an invocation after which Lambda makes a function inactive (docs/aws-facts.md#idle-functions). */
const IDLE_DAYS = 14;

/**
 * The metrics of the Region (docs/aws-facts.md#lambda-metrics). A function is invoked through its aliases, or without a qualifier if it has
 * none. Published versions are invoked through aliases only.
 */
export function invocationMetrics(call: Call): readonly InvocationMetric[] {
  const functions = functionsOf(call);
  if (functions.length === 0) return [];
  return [{ dimensions: [], functions }, ...functions.flatMap((row) => metricsOf(call, row))];
}

/** The metric with exactly these dimensions, in any order. */
export function findMetric(call: Call, dimensions: readonly Dimension[]): InvocationMetric | undefined {
  if (dimensions.length === 0) return { dimensions, functions: functionsOf(call) };
  const row = call.account.tables.functions.get(dimensions.find(({ name }) => name === "FunctionName")?.value ?? "");
  if (row === undefined || row.region !== call.region) return undefined;
  const wanted = keyOf(dimensions);
  return metricsOf(call, row).find((metric) => keyOf(metric.dimensions) === wanted);
}

export function keyOf(dimensions: readonly Dimension[]): string {
  return dimensions
    .map(({ name, value }) => `${name}=${value}`)
    .sort()
    .join();
}

function functionsOf({ account, region }: Call): readonly LambdaFunction[] {
  return account.tables.functions.all().filter((row) => row.region === region);
}

function metricsOf({ account }: Call, row: LambdaFunction): readonly InvocationMetric[] {
  const ofFunction = { name: "FunctionName", value: row.id };
  const aliases = account.tables.functionAliases.where("function", row.id);
  const resources = aliases.length === 0 ? [row.id] : aliases.map(({ name }) => `${row.id}:${name}`);
  const functions = [row];
  return [
    { dimensions: [ofFunction], functions },
    ...resources.map((value) => ({ dimensions: [ofFunction, { name: "Resource", value }], functions })),
    ...aliases.map(({ name, functionVersion }) => ({
      dimensions: [{ name: "ExecutedVersion", value: functionVersion }, ofFunction, { name: "Resource", value: `${row.id}:${name}` }],
      functions,
    })),
  ];
}

/** Some invocations at a time. In milliseconds since 1970. */
export interface Invocations {
  readonly time: number;
  readonly count: number;
}

/**
 * The invocations from `start` up to `end`, the oldest first: some on each day since the functions were created. A function that is idle has
 * none in the days after which Lambda makes it inactive. Those of all others end with the last noon.
 */
export function invocationsBetween(
  { functions }: InvocationMetric,
  [start, end]: readonly [number, number],
  now: number,
): readonly Invocations[] {
  const first = Math.max(start, Date.parse(CREATION_DATE));
  const counts = functions.map((row) => ({ count: dailyCount(row), last: now - (row.idle === true ? IDLE_DAYS + 1 : 0) * DAY }));
  const found: Invocations[] = [];
  for (let time = Math.ceil((first - TIME_OF_DAY) / DAY) * DAY + TIME_OF_DAY; time < end && time <= now; time += DAY) {
    const count = counts.reduce((sum, one) => sum + (time <= one.last ? one.count : 0), 0);
    if (count > 0) found.push({ time, count });
  }
  return found;
}

/** A number from 1 to 1000 that follows from the name. */
function dailyCount({ id }: LambdaFunction): number {
  return 1 + (createHash("sha256").update(id).digest().readUInt16BE() % 1000);
}
