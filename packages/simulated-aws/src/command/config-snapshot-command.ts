import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { sources } from "../api/config/aggregator";
import { configSnapshot } from "../api/config/config-snapshot";
import type { Call } from "../api/operation/call";
import { organizationOf, type ServedAccounts } from "../api/server/served-account";
import { NO_FAULTS } from "../api/server/faults";

/** Writes a snapshot of each account and Region below a folder, as AWS Config delivers them to a bucket. Returns their paths. */
export function writeConfigSnapshots(
  accounts: ServedAccounts,
  folder: string,
  unrecorded: readonly string[],
  now: number,
): readonly string[] {
  return accounts.flatMap((served) =>
    served.run((account) => {
      const call = (region: string): Call => ({
        account,
        region,
        now,
        caller: { arn: "", userId: "" },
        accessKeyId: "",
        recorded: [],
        buckets: new Map(),
        organization: organizationOf([served], account, { ...NO_FAULTS, unrecorded }),
        assumeRole: () => {
          throw new Error("Bug in simulated AWS: a snapshot assumes a role");
        },
      });
      return sources(call("us-east-1")).map(({ region }) => {
        const { key, content } = configSnapshot(call(region));
        const path = join(folder, key);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, gzipSync(JSON.stringify(content)));
        return path;
      });
    }),
  );
}
