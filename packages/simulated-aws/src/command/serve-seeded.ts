import { type Faults, NO_FAULTS } from "../api/server/faults";
import { serveApi, type ServedApi } from "../api/server/serve-api";
import { ACTIONS } from "../api/server/services";
import { SimulatedApi } from "../api/server/simulated-api";
import { defaultSettings } from "../account/store/simulation-settings";
import { parseContent } from "./seed-file";
import { accountsOfSeed } from "./served-accounts";

/** What `serveSeeded` serves. */
export interface SeededOptions extends Partial<Omit<Faults, "denied">> {
  /** IAM actions that are denied. */
  readonly denied?: readonly string[];
  /** The only actions that are allowed; all if not given. */
  readonly allowed?: readonly string[];
  /** Folders whose files are the objects of buckets, by the names of the buckets. */
  readonly buckets?: Readonly<Record<string, string>>;
}

/**
 * Answers AWS's API in this process, over accounts in memory with the content of a seed file, which can have several accounts. For tests of what reads an account.
 *
 * @param content what a seed file contains
 */
export async function serveSeeded(
  content: object,
  { allowed, denied = [], buckets = {}, ...faults }: SeededOptions = {},
): Promise<ServedApi> {
  const name = "the seed";
  const accounts = accountsOfSeed(name, parseContent(name, JSON.stringify(content)), defaultSettings);
  const others = allowed === undefined ? [] : ACTIONS.filter((action) => !allowed.includes(action));
  const reportBug = (text: string): void => void process.stderr.write(`${text}\n`);
  const api = new SimulatedApi(
    accounts,
    { ...NO_FAULTS, ...faults, denied: [...denied, ...others] },
    Date.now,
    reportBug,
    new Map(Object.entries(buckets)),
  );
  return serveApi(api, 0);
}
