import type { AccountAccess, AccountErrorCode, roleArn } from "@lambda-vpc/account";
import type { AccountReading } from "@lambda-vpc/model";
import type { CommandContext } from "../command/command";
import { CommandError } from "../command/command-error";
import { type ExitCode, exitCodes } from "../command/exit-codes";
import type { RequestedAccess } from "./account-accesses";
import { readingStatus } from "./reading-status";

/** What was read of several accounts. */
export interface ReadAccounts {
  /** Each account and Region once. Never empty. */
  readonly readings: readonly AccountReading[];
  readonly remarks: readonly string[];
  /** Whether an account could not be read at all. */
  readonly failed: boolean;
}

const errorExits: Readonly<Record<AccountErrorCode, ExitCode>> = {
  "no-region": exitCodes.usage,
  "no-credentials": exitCodes.refused,
  expired: exitCodes.refused,
  denied: exitCodes.refused,
  "unknown-region": exitCodes.refused,
  unreachable: exitCodes.unreachable,
};

/**
 * Reads the accounts one after the other. The clients of AWS are loaded here: other commands must not wait for them. An account that is read through two profiles counts once.
 *
 * @throws CommandError if none can be read.
 */
export async function readAccounts(
  accesses: readonly RequestedAccess[],
  { tags }: { readonly tags: boolean },
  context: Pick<CommandContext, "status">,
): Promise<ReadAccounts> {
  const { AccountError, readAccount, roleArn: arnOf } = await import("@lambda-vpc/account");
  const readings = new Map<string, AccountReading>();
  const [repeated, failures]: [string[], CommandError[]] = [[], []];
  for (const [index, access] of accesses.entries()) {
    const place = [...(access.name === undefined ? [] : [access.name]), ...(access.region === undefined ? [] : [access.region])].join(
      " in ",
    );
    const progress = readingStatus(accesses.length > 1 ? `${index + 1} of ${accesses.length}, ${place}` : place, context.status);
    try {
      const reading = await readAccount(clientAccess(access, arnOf), { tags, progress });
      const key = `${reading.account} in ${reading.region}`;
      if (readings.has(key)) repeated.push(`${place} is ${key}, which was read already. It is counted once.`);
      else readings.set(key, reading);
    } catch (error) {
      if (!(error instanceof AccountError)) throw error;
      failures.push(
        new CommandError(errorExits[error.code], place === "" || accesses.length === 1 ? error.message : `${place}: ${error.message}`),
      );
    } finally {
      context.status?.("");
    }
  }
  const [first] = failures;
  if (readings.size === 0 && first !== undefined) throw new CommandError(first.exitCode, ...failures.flatMap(({ lines }) => lines));
  const missing = failures.flatMap(({ lines }) => lines.map((line) => `Not read: ${line}`));
  return { readings: [...readings.values()], remarks: [...repeated, ...missing], failed: failures.length > 0 };
}

function clientAccess({ region, profile, role }: RequestedAccess, arnOf: typeof roleArn): AccountAccess {
  return {
    ...(region === undefined ? {} : { region }),
    ...(profile === undefined ? {} : { profile }),
    ...(role === undefined ? {} : { role: arnOf({ account: role.account, role: role.name, region: region ?? "" }) }),
  };
}
