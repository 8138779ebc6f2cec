import { CommandError } from "../command/command-error";
import { exitCodes } from "../command/exit-codes";

/** Whose account is read, in which Region, as the flags name it. */
export interface RequestedAccess {
  /** What the flags name, for messages: `profile shop`, `account 111122223333`. Absent if they name nothing. */
  readonly name?: string;
  readonly region?: string;
  readonly profile?: string;
  readonly role?: { readonly account: string; readonly name: string };
}

interface AccessFlags {
  readonly region?: readonly string[] | undefined;
  readonly profile?: readonly string[] | undefined;
  readonly role?: string | undefined;
  readonly account?: readonly string[] | undefined;
}

/** A path of a role may stand before its name. */
const ROLE = /^[\w+=,.@/-]{1,512}$/;

/**
 * Each Region of each account that the flags name, once.
 *
 * @throws CommandError if they contradict each other, or if an account or a Region cannot exist.
 */
export function accessesOf(
  { region, profile, role, account }: AccessFlags,
  environment: Readonly<Record<string, string | undefined>>,
): readonly RequestedAccess[] {
  if (role !== undefined && account === undefined)
    throw mistake("--role names a role of other accounts. Specify --account N, once for each account.");
  if (account !== undefined && role === undefined)
    throw mistake("--account is read with a role. Specify --role NAME, or a profile of the account with --profile P.");
  if (role !== undefined && !ROLE.test(role))
    throw mistake(`"${role}" is not the name of a role. Specify the name alone: the ARN follows from --account.`);
  for (const one of account ?? []) if (!/^\d{12}$/.test(one)) throw mistake(`"${one}" is not the number of an account. Specify 12 digits.`);
  for (const one of region ?? [])
    if (!/^[a-z]{2}(?:-[a-z]+)+-\d$/.test(one)) throw mistake(`"${one}" is not the name of a Region. Specify one such as us-east-1.`);
  const regions = distinct(region ?? [environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"]]);
  const accounts = distinct(account ?? [undefined]);
  return distinct(profile ?? [undefined]).flatMap((one) =>
    accounts.flatMap((number) =>
      regions.map((where) =>
        accessOf(one, where, number === undefined || role === undefined ? undefined : { account: number, name: role }),
      ),
    ),
  );
}

function accessOf(profile: string | undefined, region: string | undefined, role: RequestedAccess["role"]): RequestedAccess {
  const names = [...(profile === undefined ? [] : [`profile ${profile}`]), ...(role === undefined ? [] : [`account ${role.account}`])];
  return {
    ...(names.length === 0 ? {} : { name: names.join(", ") }),
    ...(region === undefined ? {} : { region }),
    ...(profile === undefined ? {} : { profile }),
    ...(role === undefined ? {} : { role }),
  };
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

function mistake(message: string): CommandError {
  return new CommandError(exitCodes.usage, message);
}
