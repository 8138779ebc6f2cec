import { expect } from "@jest/globals";
import type { Key, Network } from "@lambda-vpc/model";
import { type Policy, report } from "@lambda-vpc/policy-kit";

/** One row of a policy's table: what it says of a network. */
export interface PolicyCase {
  readonly sentence: string;
  readonly network: Network;
  readonly config?: Readonly<Record<string, unknown>>;
  /** In order; none: the policy is content. */
  readonly says: readonly ExpectedReport[];
}

export interface ExpectedReport {
  readonly subject?: Key;
  /** Absent: the level that the user chose for the policy. */
  readonly level?: "advisory" | "mandatory";
  /** What the message must contain; the parts that carry meaning. */
  readonly parts: readonly string[];
}

/** Fails where `policy` says more, less or other than the row expects. */
export function expectCase(policy: Policy, { network, config = {}, says }: PolicyCase): void {
  const reports = report(policy, network, config);
  expect(reports.map(({ subject, level }) => ({ subject, level }))).toEqual(says.map(({ subject, level }) => ({ subject, level })));
  for (const [index, { parts }] of says.entries()) for (const part of parts) expect(reports[index]?.message).toContain(part);
}
