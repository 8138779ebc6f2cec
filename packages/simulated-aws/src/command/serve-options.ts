import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Faults, matchesAction, NO_FAULTS } from "../api/server/faults";
import { ACTIONS } from "../api/server/services";
import { CommandError, exitCodes } from "./command-error";

/** The options of `serve`. */
export interface ServeOptions {
  readonly port: number;
  readonly faults: Faults;
  /** A seed file whose accounts are served from memory. */
  readonly seed: string | undefined;
  /** A folder with one account per file. */
  readonly folder: string | undefined;
  /** The folders of buckets, by their names. */
  readonly buckets: ReadonlyMap<string, string>;
  /** A folder for snapshots of AWS Config, which are written instead of serving. */
  readonly output: string | undefined;
}

const options = {
  port: { type: "string", default: "0" },
  throttle: { type: "string" },
  deny: { type: "string", multiple: true, default: [] as string[] },
  latency: { type: "string", default: "0" },
  cut: { type: "string" },
  expired: { type: "boolean", default: false },
  seed: { type: "string" },
  folder: { type: "string" },
  output: { type: "string" },
  "deny-role": { type: "string", multiple: true, default: [] as string[] },
  "default-quotas": { type: "boolean", default: false },
  bucket: { type: "string", multiple: true, default: [] as string[] },
  unrecorded: { type: "string", multiple: true, default: [] as string[] },
} as const;

/** Reads the command line. Throws `CommandError`. */
export function readServeOptions(commandLine: readonly string[]): ServeOptions {
  const {
    port,
    throttle,
    deny,
    latency,
    cut,
    expired,
    seed,
    folder,
    "deny-role": deniedRoles,
    unrecorded,
    output,
    bucket,
    "default-quotas": defaultQuotas,
  } = values(commandLine);
  if (seed !== undefined && folder !== undefined) throw usage("Specify --seed or --folder, not both");
  const unknown = deny.find((pattern) => !ACTIONS.some((action) => matchesAction([pattern], action)));
  if (unknown !== undefined) throw usage(`--deny ${unknown} matches no action. The actions are ${ACTIONS.join(", ")}`);
  const notType = unrecorded.find((type) => !/^(?:\d{12}\/)?AWS::\w+::\w+$/.test(type));
  if (notType !== undefined) throw usage(`--unrecorded ${notType} is not a resource type such as AWS::Lambda::Function`);
  return {
    buckets: new Map(bucket.map(readBucket)),
    seed,
    folder,
    output,
    port: wholeNumber("port", port, [0, 65_535]),
    faults: {
      ...NO_FAULTS,
      defaultQuotas,
      denied: deny,
      deniedRoles,
      unrecorded,
      latency: wholeNumber("latency", latency, [0, 600_000]),
      expired,
      ...(throttle === undefined ? {} : { throttleEvery: wholeNumber("throttle", throttle, [1, Number.MAX_SAFE_INTEGER]) }),
      ...(cut === undefined ? {} : { cutEvery: wholeNumber("cut", cut, [1, Number.MAX_SAFE_INTEGER]) }),
    },
  };
}

/** The name and the folder of a bucket, `NAME=DIR`. */
function readBucket(given: string): readonly [name: string, folder: string] {
  const { name, folder } = /^(?<name>[a-z0-9][a-z0-9.-]{2,62})=(?<folder>.+)$/.exec(given)?.groups ?? {};
  if (name === undefined || folder === undefined) throw usage(`--bucket ${given} is not a name and a folder. Specify --bucket NAME=DIR`);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw usage(`--bucket ${name}: ${folder} is no folder`);
  return [name, folder];
}

function values(commandLine: readonly string[]) {
  try {
    return parseArgs({ args: [...commandLine], options }).values;
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(option: string, given: string, [least, greatest]: readonly [number, number]): number {
  const value = Number(given);
  if (/^\d+$/.test(given) && value >= least && value <= greatest) return value;
  throw usage(`--${option} is ${JSON.stringify(given)}. Specify a whole number from ${least} to ${greatest}`);
}

function usage(problem: string): CommandError {
  return new CommandError(exitCodes.usage, `${problem}. Run "simulated-aws --help" for usage`);
}
