import { NO_FAULTS, type Faults } from "../api/server/faults";
import { serveApi } from "../api/server/serve-api";
import { SimulatedApi } from "../api/server/simulated-api";
import type { ServedAccount } from "../api/server/served-account";
import type { Account } from "../account/store/account";

/** A bucket with the files of this folder. */
const BUCKETS = new Map([["sources", __dirname]]);

/** What the clients of the AWS SDK need to call a served account: once, without a repetition. */
export function clientSettings(endpoint: string) {
  return { endpoint, region: "us-east-1", maxAttempts: 1, credentials: { accessKeyId: "AKIASIMULATED", secretAccessKey: "simulated" } };
}

/** Serves an account in memory at a URL while `use` runs. Fails if a request caused an error that no request should cause. */
export async function withServed<Result>(
  account: Account,
  faults: Partial<Faults>,
  use: (url: string) => Promise<Result>,
  now: () => number = Date.now,
): Promise<Result> {
  return withServedOrganization([account], faults, use, now);
}

/** As `withServed`, for several accounts, the first of which is the management account. */
export async function withServedOrganization<Result>(
  [management, ...members]: readonly [Account, ...Account[]],
  faults: Partial<Faults>,
  use: (url: string) => Promise<Result>,
  now: () => number = Date.now,
): Promise<Result> {
  const bugs: string[] = [];
  const accounts = [served(management), ...members.map(served)] as const;
  const api = new SimulatedApi(accounts, { ...NO_FAULTS, ...faults }, now, (text) => bugs.push(text), BUCKETS);
  const { url, close } = await serveApi(api, 0);
  const used = await use(url).finally(close);
  if (bugs.length > 0) throw new Error(bugs.join("\n"));
  return used;
}

function served(account: Account): ServedAccount {
  const run = <Result>(operation: (account: Account) => Result): Result => account.transact(operation).result;
  return { id: account.id, name: "simulated", state: "ACTIVE", run };
}
