import { parseArgs } from "node:util";
import { type Faults, matchesAction, NO_FAULTS } from "../api/server/faults";
import { serveApi, type ServedApi } from "../api/server/serve-api";
import { ACTIONS } from "../api/server/services";
import { SimulatedApi } from "../api/server/simulated-api";
import { AccountFile } from "../storage/account-file";
import { accountSettings } from "../storage/account-settings";
import { CommandError, exitCodes } from "./command-error";
import type { CommandContext } from "./run-command";

/** Starts the API with the options of the command line, and prints its URL. Throws `CommandError`, and `UnusableAccount`. */
export async function serveCommand(commandLine: readonly string[], { environment, print, printError }: CommandContext): Promise<ServedApi> {
  const { port, faults } = parse(commandLine);
  const { path, simulation } = accountSettings(environment);
  const account = new AccountFile(path, simulation, printError);
  account.run(() => undefined);
  const api = new SimulatedApi((operation) => account.run(operation), faults, Date.now, printError);
  try {
    const served = await serveApi(api, port);
    print(served.url);
    return served;
  } catch (error) {
    throw new CommandError(
      exitCodes.unavailable,
      `Cannot listen on port ${port}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

const options = {
  port: { type: "string", default: "0" },
  throttle: { type: "string" },
  deny: { type: "string", multiple: true, default: [] as string[] },
  latency: { type: "string", default: "0" },
  cut: { type: "string" },
  expired: { type: "boolean", default: false },
} as const;

function parse(commandLine: readonly string[]): { readonly port: number; readonly faults: Faults } {
  const { port, throttle, deny, latency, cut, expired } = values(commandLine);
  const unknown = deny.find((pattern) => !ACTIONS.some((action) => matchesAction([pattern], action)));
  if (unknown !== undefined) throw usage(`--deny ${unknown} matches no action. The actions are ${ACTIONS.join(", ")}`);
  return {
    port: wholeNumber("port", port, [0, 65_535]),
    faults: {
      ...NO_FAULTS,
      denied: deny,
      latency: wholeNumber("latency", latency, [0, 600_000]),
      expired,
      ...(throttle === undefined ? {} : { throttleEvery: wholeNumber("throttle", throttle, [1, Number.MAX_SAFE_INTEGER]) }),
      ...(cut === undefined ? {} : { cutEvery: wholeNumber("cut", cut, [1, Number.MAX_SAFE_INTEGER]) }),
    },
  };
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
