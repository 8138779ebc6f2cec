import { readInventory, withDataset } from "@lambda-vpc/organisation";
import { resolve } from "node:path";
import type { CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";
import type { Outcome } from "../command/outcome";
import { writeOutput } from "../command/write-output";
import { withOrganisationErrors } from "./organisation-error";
import type { ActionValues } from "./organisation-flags";

/** `organisation inventory`: what the packs read about one Region of an account. */
export function inventory(values: ActionValues, [stranger]: readonly string[], context: CommandContext): Outcome {
  const { account, dataset, output } = values;
  const [region, ...regions] = values.region ?? [];
  if (stranger !== undefined) throw new CommandError(exitCodes.usage, `Unknown argument ${stranger}. Specify --account A and --region R.`);
  if (account === undefined || !/^\d{12}$/.test(account))
    throw new CommandError(exitCodes.usage, "Specify the number of the account, twelve digits, with --account A.");
  if (region === undefined || regions.length > 0)
    throw new CommandError(exitCodes.usage, "Specify one Region with --region R, such as us-east-1.");
  const run = async (): Promise<Outcome> => {
    const found = await withDataset(resolve(context.directory, dataset), {}, (session) =>
      readInventory(account, region, (statement) => session.query(statement)),
    );
    if (found === undefined)
      throw new CommandError(
        exitCodes.missing,
        `${dataset} has no collection of ${account} in ${region}. Collect it, or specify another account or Region.`,
      );
    return {
      exitCode: 0,
      stdout: writeOutput(output, `${JSON.stringify({ inventory: found.inventory }, null, 2)}\n`, context),
      stderr: [
        ...(found.isComplete
          ? []
          : [`Functions or versions of ${account} in ${region} were not read whole, so combinations may be missing.`]),
        ...(found.day === context.today ? [] : [`The collection is of ${found.day}. Collect again for today's account.`]),
      ],
    };
  };
  return { exitCode: 0, stdout: [], stderr: [], remaining: () => withOrganisationErrors(run) };
}
