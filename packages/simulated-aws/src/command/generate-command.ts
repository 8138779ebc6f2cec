import { parseArgs } from "node:util";
import { isRegion } from "../account/vpc/region";
import { DEFAULT_GENERATED, generateSeed } from "../generation/generate-seed";
import { CommandError, exitCodes } from "./command-error";

const NUMBERS = ["functions", "sets", "versions", "interfaces", "orphans", "strangers", "idle", "accounts", "random"] as const;

/** The least of each number; 0 for all others. */
const LEAST: { readonly [name: string]: number } = { functions: 1, sets: 1, interfaces: 1, accounts: 1 };

/** The content of a generated seed file. Throws `CommandError`. */
export function generateCommand(commandLine: readonly string[]): string {
  const values = read(commandLine);
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, numberOf(name, values[name])]));
  const [first, ...others] = values["regions"]?.split(",") ?? DEFAULT_GENERATED.regions;
  const unknown = [first, ...others].find((region) => region === undefined || !isRegion(region));
  if (unknown !== undefined || first === undefined) throw usage(`--regions has ${JSON.stringify(unknown)}, which is no Region`);
  try {
    return JSON.stringify(generateSeed({ ...numbers, regions: [first, ...others] }));
  } catch (error) {
    throw error instanceof RangeError ? usage(error.message) : error;
  }
}

function numberOf(name: (typeof NUMBERS)[number], given: string | undefined): number {
  if (given === undefined) return DEFAULT_GENERATED[name];
  const least = LEAST[name] ?? 0;
  if (/^\d{1,7}$/.test(given) && Number(given) >= least) return Number(given);
  throw usage(`--${name} is ${JSON.stringify(given)}. Specify a whole number from ${least} to 9999999`);
}

function read(commandLine: readonly string[]): { readonly [name: string]: string | undefined } {
  const options = Object.fromEntries([...NUMBERS, "regions"].map((name) => [name, { type: "string" as const }]));
  try {
    return parseArgs({ args: [...commandLine], options }).values as { readonly [name: string]: string | undefined };
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function usage(problem: string): CommandError {
  return new CommandError(exitCodes.usage, `${problem}. Run "simulated-aws --help" for usage`);
}
