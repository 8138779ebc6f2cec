import { AthenaError, awsErrorName, awsFailure, DatasetError, DuckDbMissing, SourceError, TrinoError } from "@lambda-vpc/organisation";
import { CommandError } from "../command/command-error";
import { type ExitCode, exitCodes } from "../command/exit-codes";

const datasetCodes: Readonly<Record<DatasetError["code"], ExitCode>> = {
  missing: exitCodes.missing,
  broken: exitCodes.unreadable,
  unwritable: exitCodes.unwritable,
};

const sourceCodes: Readonly<Record<SourceError["code"], ExitCode>> = {
  missing: exitCodes.missing,
  refused: exitCodes.refused,
  busy: exitCodes.busy,
  unreachable: exitCodes.unreachable,
  unreadable: exitCodes.unreadable,
  forbidden: exitCodes.forbidden,
};

/** The errors that only AWS Config has: the exit code, and the fix. */
const configErrors: readonly { readonly names: RegExp; readonly exitCode: ExitCode; readonly fix: string }[] = [
  {
    names: /^NoSuchConfigurationAggregator/,
    exitCode: exitCodes.missing,
    fix: "Run aws configservice describe-configuration-aggregators, and set AWS_REGION if it is in another Region.",
  },
  {
    names: /^(?:AccessDenied|UnauthorizedOperation|NotAuthorized)/,
    exitCode: exitCodes.refused,
    fix: "Allow the action config:SelectAggregateResourceConfig.",
  },
];

/** Runs an action, and reports what a dataset, an engine or AWS refuses. @throws CommandError */
export async function withOrganisationErrors<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw commandError(error) ?? error;
  }
}

function commandError(error: unknown): CommandError | undefined {
  if (error instanceof DatasetError) return new CommandError(datasetCodes[error.code], error.message);
  if (error instanceof SourceError) return new CommandError(sourceCodes[error.code], error.message, error.fix);
  if (error instanceof DuckDbMissing)
    return new CommandError(exitCodes.noDatabase, error.message, `Node.js reports: ${error.reason.split("\n", 1)[0] ?? ""}`);
  if (error instanceof AthenaError)
    return new CommandError(sourceCodes[error.code], `Athena: ${error.message}`, ...(error.fix === "" ? [] : [error.fix]));
  if (error instanceof TrinoError)
    return new CommandError(error.code === "refused" ? exitCodes.refused : exitCodes.unreachable, `Trino: ${error.message}`);
  if (!(error instanceof Error)) return undefined;
  const own = configErrors.find(({ names }) => names.test(awsErrorName(error)));
  const failure = awsFailure(error);
  const exitCode = own?.exitCode ?? (failure === undefined ? undefined : sourceCodes[failure.code]);
  if (exitCode !== undefined)
    return new CommandError(exitCode, `AWS Config: ${error.message || awsErrorName(error)}`, own?.fix ?? failure?.fix ?? "");
  if (/Region is missing/.test(error.message)) return new CommandError(exitCodes.usage, "No Region is configured. Set AWS_REGION.");
  return undefined;
}
