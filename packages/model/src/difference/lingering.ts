import { untrimmedPublishers } from "../deletion/untrimmed-publishers";
import type { Key } from "../facts/key";
import type { Network } from "../facts/network";

/**
 * How long combinations stay held after their last function no longer requests them.
 *
 * - `enis`: until Lambda deletes their ENIs (docs/aws-facts.md#eni-deletion).
 * - `versions`: until the published versions that request them are deleted (docs/aws-facts.md#published-versions).
 * - `perhaps-versions`: whether a function publishes versions is unknown.
 * - `functions`: the function is removed from the stack and stays in the account (AWS provider: `skipDestroy`).
 */
export type LingerReason = "enis" | "versions" | "perhaps-versions" | "functions";

export interface Lingering {
  readonly until: LingerReason;
  /** The functions whose versions, or which themselves, keep them. None if only ENIs are left. */
  readonly consumers: readonly Key[];
}

/** Why removed combinations of functions of `before` stay held. A destroyed function takes its versions with it. */
export class LingeringCombinations {
  private readonly publishers: ReadonlySet<Key>;
  private readonly perhapsPublishers: ReadonlySet<Key>;
  private readonly kept: ReadonlySet<Key>;

  constructor(
    before: Network,
    private readonly stays: (consumer: Key) => boolean,
  ) {
    const { certain, possible } = untrimmedPublishers(before);
    this.publishers = new Set(certain);
    this.perhapsPublishers = new Set(possible);
    this.kept = new Set((before.functions ?? []).flatMap(({ key, kept }) => (kept?.ok === true && kept.value ? [key] : [])));
  }

  /** The longest of the reasons that hold for the functions of a removed combination. */
  of(consumers: readonly Key[]): Lingering {
    const reasons = [
      { until: "functions", consumers: consumers.filter((one) => this.kept.has(one) && !this.stays(one)) },
      { until: "versions", consumers: consumers.filter((one) => this.publishers.has(one) && this.stays(one)) },
      { until: "perhaps-versions", consumers: consumers.filter((one) => this.perhapsPublishers.has(one) && this.stays(one)) },
    ] as const;
    return reasons.find((reason) => reason.consumers.length > 0) ?? { until: "enis", consumers: [] };
  }
}
