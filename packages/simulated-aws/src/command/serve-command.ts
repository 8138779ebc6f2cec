import { serveApi, type ServedApi } from "../api/server/serve-api";
import type { ServedAccounts } from "../api/server/served-account";
import { SimulatedApi } from "../api/server/simulated-api";
import { accountSettings } from "../storage/account-settings";
import { CommandError, exitCodes } from "./command-error";
import type { CommandContext } from "./run-command";
import { seedContent } from "./seed-file";
import { writeConfigSnapshots } from "./config-snapshot-command";
import { readServeOptions, type ServeOptions } from "./serve-options";
import { accountOfFile, accountsOfFolder, accountsOfSeed } from "./served-accounts";

/** Starts the API with the options of the command line, and prints its URL. Throws `CommandError`, and `UnusableAccount`. */
export async function serveCommand(commandLine: readonly string[], context: CommandContext): Promise<ServedApi> {
  const options = readServeOptions(commandLine);
  const { port, faults, buckets } = options;
  const api = new SimulatedApi(accountsOf(options, context), faults, Date.now, context.printError, buckets);
  try {
    const served = await serveApi(api, port);
    context.print(served.url);
    return served;
  } catch (error) {
    throw new CommandError(
      exitCodes.unavailable,
      `Cannot listen on port ${port}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Writes a snapshot of AWS Config of each account and Region, and returns their paths as lines. Throws `CommandError`. */
export function configSnapshotCommand(commandLine: readonly string[], context: CommandContext): string {
  const options = readServeOptions(commandLine);
  if (options.output === undefined) throw new CommandError(exitCodes.usage, "Specify the folder for the snapshots with --output DIR");
  return writeConfigSnapshots(accountsOf(options, context), options.output, options.faults.unrecorded, Date.now()).join("\n");
}

function accountsOf({ seed, folder }: ServeOptions, { environment, printError }: CommandContext): ServedAccounts {
  const { path, simulation } = accountSettings(environment);
  if (seed !== undefined) return accountsOfSeed(seed, seedContent(seed), simulation);
  return folder === undefined ? [accountOfFile(path, simulation, printError)] : accountsOfFolder(folder, simulation, printError);
}
