import { readdirSync } from "node:fs";
import { join } from "node:path";
import { deleteExpiredInterfaces } from "../account/interfaces/hyperplane";
import { Account } from "../account/store/account";
import type { RunInAccount } from "../account/store/run-in-account";
import type { SimulationSettings } from "../account/store/simulation-settings";
import { openRegion } from "../account/vpc/default-vpc";
import type { ServedAccount, ServedAccounts } from "../api/server/served-account";
import type { Properties } from "../property/value";
import { AccountFile } from "../storage/account-file";
import { CommandError, exitCodes } from "./command-error";
import { seed } from "./seed";
import { seedAccounts } from "./seed-accounts";

/** The account of a file. */
export function accountOfFile(path: string, settings: SimulationSettings, warn: (text: string) => void): ServedAccount {
  const file = new AccountFile(path, settings, warn);
  const id = file.run((account) => account.id);
  return { id, name: "simulated", state: "ACTIVE", run: (operation) => file.run(operation) };
}

/** The accounts in the files `ID.jsonl` of a folder. The one with the least id is the management account. Throws `CommandError`. */
export function accountsOfFolder(folder: string, settings: SimulationSettings, warn: (text: string) => void): ServedAccounts {
  const names = filesOf(folder).filter((name) => /^\d{12}\.jsonl$/.test(name));
  const [first, ...others] = names.sort().map((name) => ({
    ...accountOfFile(join(folder, name), settings, warn),
    name: `account-${name.slice(0, 12)}`,
  }));
  if (first === undefined)
    throw new CommandError(exitCodes.missingSeed, `${folder} has no account. Expected files such as 111122223333.jsonl`);
  return [first, ...others];
}

/** The accounts of a seed file, in memory. Throws `CommandError`. `path` is the name of the file in errors. */
export function accountsOfSeed(path: string, content: Properties, settings: SimulationSettings): ServedAccounts {
  const [first, ...others] = seedAccounts(path, content);
  const served = ({ file, ...of }: typeof first): ServedAccount => {
    const account = new Account(settings, of.id);
    account.transact((opened) => {
      seed(opened, file);
      for (const region of regionsIn(opened)) openRegion(opened, region);
    });
    return { ...of, run: inMemory(account) };
  };
  return [served(first), ...others.map(served)];
}

function regionsIn({ tables: { vpcs, functions } }: Account): ReadonlySet<string> {
  return new Set([...vpcs.all(), ...functions.all()].map(({ region }) => region));
}

function inMemory(account: Account): RunInAccount {
  return (operation) =>
    account.transact((opened) => {
      deleteExpiredInterfaces(opened);
      return operation(opened);
    }).result;
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new CommandError(exitCodes.missingSeed, `Cannot read ${folder}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
