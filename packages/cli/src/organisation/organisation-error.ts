import { DatasetError, DuckDbMissing, SourceError, TrinoError } from "@lambda-vpc/organisation";
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

/** Names of errors of the AWS SDK: the exit code, and the fix. */
const awsErrors: readonly { readonly names: RegExp; readonly exitCode: ExitCode; readonly fix: string }[] = [
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
  {
    names:
      /^(?:ExpiredToken|UnrecognizedClient|InvalidClientTokenId|InvalidSignature|MissingAuthenticationToken|TokenProviderError|CredentialsProviderError)/,
    exitCode: exitCodes.refused,
    fix: "Sign in again, or set AWS_PROFILE.",
  },
  { names: /^(?:Throttl|TooManyRequests|RequestLimitExceeded)/, exitCode: exitCodes.busy, fix: "Run the command again later." },
  {
    names: /^(?:TimeoutError|ENOTFOUND|ECONNREFUSED|ECONNRESET|AggregateError|EAI_AGAIN)/,
    exitCode: exitCodes.unreachable,
    fix: "Check the network, and the Region.",
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
  if (error instanceof TrinoError)
    return new CommandError(error.code === "refused" ? exitCodes.refused : exitCodes.unreachable, `Trino: ${error.message}`);
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  const known = awsErrors.find(({ names }) => names.test(error.name) || names.test(code));
  if (known !== undefined) return new CommandError(known.exitCode, `AWS Config: ${error.message || code}`, known.fix);
  if (/Region is missing/.test(error.message)) return new CommandError(exitCodes.usage, "No Region is configured. Set AWS_REGION.");
  return undefined;
}
