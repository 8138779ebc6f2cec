import type { AccountFunction, AccountReading } from "../account/account-reading";
import { auditCombinations, type AuditedCombination } from "./audited-combination";
import { auditInterfaces, type AuditedInterface } from "./audited-interface";
import { auditMerges, type AuditedMerge } from "./audited-merge";
import { auditSubnets, type AuditedSubnet } from "./audited-subnet";
import { auditVpcs, type AuditedVpc } from "./audited-vpc";
import { canonicalReading } from "./canonical-reading";
import { heldCombinations } from "./held-combination";
import { idleFunctions, type IdleFunctions } from "./idle-function";
import { type PinnedCombination, pinnedCombinations } from "./pinned-combination";
import { tagShares, type TagShare } from "./tag-share";

/** What holds the ENIs of one Region of one account. Law: it does not depend on order or duplicates of the reading. */
export interface Audit {
  /** The reading without duplicates, and with a gap for each part that is absent. */
  readonly reading: AccountReading;
  readonly functions: ReadonlyMap<string, AccountFunction>;
  readonly combinations: readonly AuditedCombination[];
  readonly interfaces: readonly AuditedInterface[];
  readonly pins: readonly PinnedCombination[];
  readonly idle: IdleFunctions;
  readonly merges: readonly AuditedMerge[];
  readonly subnets: readonly AuditedSubnet[];
  readonly vpcs: readonly AuditedVpc[];
  /** The shares by the values of a tag. Absent if no tag is given. */
  readonly shares?: { readonly tag: string; readonly values: readonly TagShare[] };
}

/**
 * Audits what was read. Where the reading has gaps, each answer contains what is certain, and `doubtsOf` returns the gaps that may hide the rest.
 *
 * @param tag the key of the tag by which combinations are shared out.
 */
export function auditAccount(given: AccountReading, { tag }: { readonly tag?: string } = {}): Audit {
  const reading = canonicalReading(given);
  const functions = new Map(reading.functions.map((one) => [one.name, one]));
  const held = heldCombinations(reading);
  const interfaces = auditInterfaces(reading, held);
  const combinations = auditCombinations(held, interfaces);
  return {
    reading,
    functions,
    combinations,
    interfaces,
    pins: pinnedCombinations(combinations, functions),
    idle: idleFunctions(reading.functions),
    merges: auditMerges(reading, combinations),
    subnets: auditSubnets(reading, combinations, interfaces),
    vpcs: auditVpcs(reading, combinations, interfaces),
    ...(tag === undefined ? {} : { shares: { tag, values: tagShares(tag, combinations, functions) } }),
  };
}
