import { questions } from "@lambda-vpc/model";
import * as v from "valibot";
import { findingValue, policyValue, summaryValue } from "../document/assessment-document";
import { countValue } from "../document/count-value";

const ids = v.array(v.string());
const versionsOfFunctions = v.array(v.strictObject({ function: v.string(), versions: ids }));
const namingAliases = v.array(v.strictObject({ function: v.string(), alias: v.string(), versions: ids }));

/** A value of a tag. Null for functions without the tag, and for those whose tags were not read: `read` is false for them. */
const tagValue = { value: v.nullable(v.string()), read: v.boolean() };

export const gapValue = v.strictObject({
  part: v.string(),
  /** The function or file system of which the part was not read. Null if it concerns the whole part. */
  subject: v.nullable(v.string()),
  /** The call of AWS that failed, as IAM writes it. */
  call: v.string(),
  reason: v.picklist(["denied", "throttled", "expired", "cut", "refused"]),
  message: v.string(),
});

const combinationValue = v.strictObject({
  vpc: v.string(),
  subnet: v.string(),
  securityGroups: ids,
  /** The versions that hold it, by function. */
  holders: versionsOfFunctions,
  interfaces: ids,
  /** Whether published versions alone hold it. */
  pinned: v.boolean(),
  /** How it is shared out by the values of the tag. Null without a tag. */
  shares: v.nullable(v.array(v.strictObject({ ...tagValue, share: v.number() }))),
});

export const interfaceState = v.picklist(["held", "orphan", "unexplained", "undecided", "other"]);

const interfaceValue = v.strictObject({
  id: v.string(),
  vpc: v.string(),
  subnet: v.string(),
  securityGroups: ids,
  type: v.string(),
  status: v.string(),
  description: v.string(),
  state: interfaceState,
  /** The place of its combination in `combinations`. Null if no version holds it. */
  combination: v.nullable(v.number()),
  /** Who has it, if it is not one of Lambda's: `mount target fsmt-… of fs-…`, the requester, or `this account`. */
  owner: v.nullable(v.string()),
});

const vpcValue = v.strictObject({
  id: v.string(),
  name: v.nullable(v.string()),
  combinations: v.number(),
  sets: v.number(),
  functions: v.number(),
  interfaces: v.strictObject({ held: v.number(), orphan: v.number(), unexplained: v.number(), undecided: v.number(), other: v.number() }),
  mountTargets: v.number(),
  quota: v.strictObject({ limit: v.number(), used: countValue, verdict: v.picklist(["ok", "violation", "undecided"]) }),
});

const subnetValue = v.strictObject({
  id: v.string(),
  name: v.nullable(v.string()),
  vpc: v.string(),
  zone: v.string(),
  cidrBlock: v.nullable(v.string()),
  usable: v.nullable(v.number()),
  available: v.number(),
  nearExhaustion: v.boolean(),
  combinations: v.number(),
  /** Its interfaces of Lambda, and all others. */
  lambda: v.number(),
  others: v.number(),
});

const regionValue = v.strictObject({
  account: v.string(),
  region: v.string(),
  readAt: v.string(),
  functions: v.strictObject({ all: v.number(), inVpcs: v.number(), versions: v.number() }),
  vpcs: v.array(vpcValue),
  subnets: v.array(subnetValue),
  combinations: v.array(combinationValue),
  interfaces: v.array(interfaceValue),
  /** Combinations that published versions alone hold, with the least set of versions whose deletion frees each. */
  pins: v.array(v.strictObject({ combination: v.number(), versions: versionsOfFunctions, aliases: namingAliases })),
  idle: v.strictObject({ functions: ids, unknown: ids }),
  merges: v.array(v.strictObject({ keep: ids, replace: v.array(ids), movers: ids, saved: v.number(), pinned: v.number() })),
  /** Null without a tag. */
  shares: v.nullable(v.array(v.strictObject({ ...tagValue, functions: ids, combinations: v.number(), interfaces: v.number() }))),
  /** What could not be read. */
  gaps: v.array(gapValue),
  /** The answers that are not whole, with the places of the gaps that may hide something of them. */
  undecided: v.array(v.strictObject({ answer: v.picklist(questions), gaps: v.array(v.number()) })),
});

export type RegionValue = v.InferOutput<typeof regionValue>;
export type CombinationValue = v.InferOutput<typeof combinationValue>;
export type InterfaceValue = v.InferOutput<typeof interfaceValue>;

/** A check of an audit that is not whole: what it found is certain, and there may be more. */
const partialValue = v.strictObject({ policy: v.string(), reason: v.literal("partial"), message: v.string() });

/** The version of the format. A change that a reader of the version before cannot read raises it. */
export const AUDIT_VERSION = 1;

/** An audit as plain data: what every format renders, and what the format `json` is. */
export const auditDocument = v.strictObject({
  format: v.literal("lambda-vpc-audit"),
  version: v.literal(AUDIT_VERSION),
  tool: v.strictObject({ name: v.literal("lambda-vpc"), version: v.string() }),
  /** `ACCOUNT/REGION`; null if there are several. */
  stack: v.nullable(v.string()),
  /** The key of the tag by which combinations are shared out. */
  tag: v.nullable(v.string()),
  regions: v.array(regionValue),
  /** The checks of an audit, in the form of policies. */
  policies: v.array(policyValue),
  summary: summaryValue,
  findings: v.array(findingValue),
  /** Checks that gaps make incomplete. */
  unchecked: v.array(partialValue),
});

export type AuditDocument = v.InferOutput<typeof auditDocument>;
