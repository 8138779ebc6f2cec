import { parseArgs } from "node:util";
import { wholeNumber } from "@lambda-vpc/test-stacks/whole-number";

const USAGE =
  "usage: npm run soundness -- [--model] [--programs N] [--seed S] [--engines E] [--shrink RUNS] [--archive FILE]\n--model runs the programs on the modelled engine, in E threads";

/** What one run is asked to do. */
export interface Request {
  /** Whether the modelled engine runs the programs. */
  readonly model: boolean;
  readonly programs: number;
  /** The seed of the first program; the next one's is one more. */
  readonly seed: number;
  /** How many programs run side by side. */
  readonly engines: number;
  /** How many smaller programs to try for a failure. */
  readonly shrink: number;
  /** Where to leave everything that was seen, for the faults to be tried on. */
  readonly archive?: string;
}

/** A broken model fails at every other seed; the smallest programs of a few show the fault. */
export const FAILURES_TO_SHRINK = 3;

export function readRequest(): Request {
  const { values } = parseArgs({
    options: {
      model: { type: "boolean", default: false },
      programs: { type: "string", default: "20" },
      seed: { type: "string", default: "1" },
      engines: { type: "string", default: "2" },
      shrink: { type: "string", default: "30" },
      archive: { type: "string" },
    },
  });
  const number = (name: "programs" | "seed" | "engines" | "shrink", least: number): number => wholeNumber(name, values[name], least, USAGE);
  return {
    model: values.model,
    programs: number("programs", 1),
    seed: number("seed", 0),
    engines: number("engines", 1),
    shrink: number("shrink", 0),
    ...(values.archive === undefined ? {} : { archive: values.archive }),
  };
}
