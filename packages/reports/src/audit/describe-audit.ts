import {
  type Audit,
  type AuditedInterface,
  combinationShares,
  compareKeys,
  doubtsOf,
  type InterfaceOwner,
  questions,
  type ReadingGap,
  setKey,
  versionsByFunction,
} from "@lambda-vpc/model";
import { valueOf } from "../document/count-value";
import { AUDIT_VERSION, type AuditDocument, type CombinationValue, type RegionValue } from "./audit-document";
import { auditFindings, partialChecks } from "./audit-findings";
import { auditChecks, checkNames } from "./audit-checks";

/** Audits of one or several Regions and accounts as plain data, in canonical order. All formats render it, so their numbers agree. */
export function describeAudits(audits: readonly Audit[], { version }: { readonly version: string }): AuditDocument {
  const regions = audits
    .map(describeRegion)
    .sort((left, right) => compareKeys(left.account, right.account) || compareKeys(left.region, right.region));
  const findings = auditFindings(regions);
  const [only, ...others] = regions;
  const number = (verdict: "warning" | "undecided"): number => findings.filter((one) => one.verdict === verdict).length;
  return {
    format: "lambda-vpc-audit",
    version: AUDIT_VERSION,
    tool: { name: "lambda-vpc", version },
    stack: only === undefined || others.length > 0 ? null : `${only.account}/${only.region}`,
    tag: audits.find(({ shares }) => shares !== undefined)?.shares?.tag ?? null,
    regions,
    policies: checkNames.map((policy) => ({
      policy,
      title: auditChecks[policy].title,
      severity: auditChecks[policy].severity,
      level: "advisory",
    })),
    summary: {
      mandatory: 0,
      advisory: findings.length,
      violations: 0,
      warnings: number("warning"),
      undecided: number("undecided"),
      waived: 0,
    },
    findings,
    unchecked: partialChecks(regions),
  };
}

function describeRegion(audit: Audit): RegionValue {
  const { reading, combinations, merges, idle } = audit;
  const places = new Map(combinations.map(({ subnet, securityGroups }, index) => [`${subnet} ${setKey(securityGroups)}`, index]));
  const placeOf = ({ subnet, securityGroups }: Pick<AuditedInterface, "subnet" | "securityGroups">): number =>
    places.get(`${subnet} ${setKey(securityGroups)}`) ?? -1;
  const gapPlaces = new Map<ReadingGap, number>(reading.gaps.map((gap, index) => [gap, index]));
  return {
    account: reading.account,
    region: reading.region,
    readAt: reading.readAt,
    functions: {
      all: reading.functions.length,
      inVpcs: new Set(combinations.flatMap(({ functions }) => functions)).size,
      versions: reading.functions.reduce((sum, { published }) => sum + published.length, 0),
    },
    vpcs: audit.vpcs.map(
      ({ id, name = null, used, limit, quotaVerdict, combinations: held, sets, functions, interfaces, mountTargets }) => ({
        ...{ id, name, combinations: held, sets, functions, interfaces, mountTargets },
        quota: { limit, used: valueOf(used), verdict: quotaVerdict },
      }),
    ),
    subnets: audit.subnets.map(({ id, vpc, zone, tags, cidrBlock = null, usable = null, availableAddresses, ...rest }) => ({
      ...{ id, name: tags["Name"] ?? null, vpc, zone, cidrBlock, usable, available: availableAddresses },
      ...{ nearExhaustion: rest.nearExhaustion, combinations: rest.combinations, lambda: rest.lambda, others: rest.others },
    })),
    combinations: combinations.map((one) => describeCombination(audit, one)),
    interfaces: audit.interfaces.map((one) => ({
      ...{ id: one.id, vpc: one.vpc, subnet: one.subnet, securityGroups: [...one.securityGroups] },
      ...{ type: one.type, status: one.status, description: one.description, state: one.state },
      combination: one.state === "held" ? placeOf(one) : null,
      owner: one.state === "other" ? ownerText(one.owner) : null,
    })),
    pins: audit.pins.map(({ combination, versions, aliases }) => ({
      combination: placeOf(combination),
      versions: versions.map((one) => ({ ...one, versions: [...one.versions] })),
      aliases: aliases.map((one) => ({ ...one, versions: [...one.versions] })),
    })),
    idle: { functions: [...idle.idle], unknown: [...idle.unknown] },
    merges: merges.map(({ keep, replace, movers, saved, pinned }) => ({
      ...{ keep: [...keep], replace: replace.map((set) => [...set]), movers: [...movers], saved, pinned },
    })),
    shares:
      audit.shares?.values.map(({ value, functions, combinations: held, interfaces }) => ({
        ...{ value: value ?? null, read: value !== undefined, functions: [...functions], combinations: held, interfaces },
      })) ?? null,
    gaps: reading.gaps.map(({ part, subject = null, call, reason, message }) => ({ part, subject, call, reason, message })),
    undecided: questions.flatMap((answer) => {
      const gaps = doubtsOf(answer, reading.gaps).flatMap((gap) => gapPlaces.get(gap) ?? []);
      return gaps.length === 0 || (answer === "shares" && audit.shares === undefined) ? [] : [{ answer, gaps }];
    }),
  };
}

function describeCombination({ functions, shares }: Audit, one: Audit["combinations"][number]): CombinationValue {
  const { vpc, subnet, securityGroups, holders, interfaces, pinned } = one;
  return {
    ...{ vpc, subnet, securityGroups: [...securityGroups] },
    holders: versionsByFunction(holders).map((own) => ({ ...own, versions: [...own.versions] })),
    ...{ interfaces: [...interfaces], pinned },
    shares:
      shares === undefined
        ? null
        : combinationShares(shares.tag, one, functions).map(({ value, share }) => ({
            value: value ?? null,
            read: value !== undefined,
            share,
          })),
  };
}

function ownerText(owner: InterfaceOwner): string {
  if (owner.kind === "mount-target") return `mount target ${owner.id} of ${owner.fileSystem}`;
  return owner.kind === "service" ? owner.requester : "this account";
}
