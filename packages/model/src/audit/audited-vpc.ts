import type { AccountReading } from "../account/account-reading";
import { atMost, between, type Count, type Verdict } from "../count/count";
import { lessShare } from "../count/share";
import { keySet } from "../facts/key";
import { DEFAULT_ENIS_PER_VPC } from "../facts/lambda-limits";
import { setKey } from "../facts/security-group-set";
import type { AuditedCombination } from "./audited-combination";
import type { AuditedInterface } from "./audited-interface";
import { isDetached } from "./interface-owner";

/** The share of the quota of a VPC that must be free. A VPC with less is near its quota. */
export const LEAST_FREE_QUOTA = 0.2;

/** A VPC with what it holds, and its share of the quota. */
export interface AuditedVpc {
  readonly id: string;
  /** The value of its tag `Name`. Absent if it has none. */
  readonly name?: string;
  readonly combinations: number;
  readonly sets: number;
  /** The functions in it, also those of which only a published version is. */
  readonly functions: number;
  readonly interfaces: Readonly<Record<AuditedInterface["state"], number>>;
  readonly mountTargets: number;
  /**
   * The interfaces that count against the quota: Lambda's and those of mount targets (docs/aws-facts.md#eni-quota-sharing). Whether detached ones
   * count is not documented: the least has none of them. Which other services use the quota is not documented either.
   */
  readonly used: Count;
  /** The granted quota, or the default of AWS if it was not read (docs/aws-facts.md#eni-quota). */
  readonly limit: number;
  /** Whether a fifth of its quota is free. */
  readonly quotaVerdict: Verdict;
}

/** The VPCs of a canonical reading, and those that only its interfaces or functions name. */
export function auditVpcs(
  { vpcs, subnets, mountTargets, interfacesPerVpc = DEFAULT_ENIS_PER_VPC }: AccountReading,
  combinations: readonly AuditedCombination[],
  interfaces: readonly AuditedInterface[],
): readonly AuditedVpc[] {
  const vpcOfSubnet = new Map([
    ...subnets.map(({ id, vpc }) => [id, vpc] as const),
    ...interfaces.map((one) => [one.subnet, one.vpc] as const),
  ]);
  const held = Map.groupBy(combinations, ({ vpc, subnet }) => vpcOfSubnet.get(subnet) ?? vpc);
  const inside = Map.groupBy(interfaces, ({ vpc }) => vpc);
  const targets = Map.groupBy(mountTargets, ({ subnet }) => vpcOfSubnet.get(subnet) ?? "");
  const names = new Map(vpcs.map(({ id, tags }) => [id, tags["Name"]]));
  return keySet([...names.keys(), ...held.keys(), ...inside.keys()].filter((id) => id !== "")).map((id) => {
    const [own, here, mounted] = [held.get(id) ?? [], inside.get(id) ?? [], targets.get(id)?.length ?? 0];
    const lambda = here.filter(({ state }) => state !== "other");
    const attached = lambda.filter((one) => !isDetached(one)).length;
    const name = names.get(id);
    const used = between(attached + mounted, lambda.length + mounted, lambda.length + mounted, "known");
    return {
      id,
      ...(name === undefined ? {} : { name }),
      combinations: own.length,
      sets: new Set(own.map(({ securityGroups }) => setKey(securityGroups))).size,
      functions: new Set(own.flatMap(({ functions }) => functions)).size,
      interfaces: numbersOf(here),
      mountTargets: mounted,
      used,
      limit: interfacesPerVpc,
      quotaVerdict: atMost(used, lessShare(interfacesPerVpc, LEAST_FREE_QUOTA)),
    };
  });
}

function numbersOf(interfaces: readonly AuditedInterface[]): AuditedVpc["interfaces"] {
  const number = (state: AuditedInterface["state"]): number => interfaces.filter((one) => one.state === state).length;
  return {
    held: number("held"),
    orphan: number("orphan"),
    unexplained: number("unexplained"),
    undecided: number("undecided"),
    other: number("other"),
  };
}
