import type { AccountReading, AccountSubnet, ReadingGap } from "@lambda-vpc/model";

/** Where a collection comes from. */
export type SourceName = "config-aggregator" | "config-snapshots" | "states" | "accounts";

/** One Region of an account as a source shows it. An `AccountReading` with a source is one. What is unknown is absent and named in `gaps`. */
export interface CollectedRegion extends Omit<AccountReading, "subnets" | "gaps"> {
  readonly source: SourceName;
  readonly subnets: readonly CollectedSubnet[];
  readonly gaps: readonly CollectionGap[];
  /** The groups that resources other than functions use. Absent if the interfaces state it. */
  readonly groupsOfOthers?: readonly string[];
}

/** A subnet, of which a source may not show the free addresses. */
export type CollectedSubnet = Omit<AccountSubnet, "availableAddresses" | "zone"> &
  Partial<Pick<AccountSubnet, "availableAddresses" | "zone">>;

/** A gap of an account, or of a source that never contains a part. */
export type CollectionGap = Omit<ReadingGap, "reason"> & {
  readonly reason: ReadingGap["reason"] | "not-recorded" | "broken-file" | "not-in-source";
};
