import * as v from "valibot";
import { findingValue, policyValue, uncheckedValue } from "../document/assessment-document";
import { countValue } from "../document/count-value";

/** A URN if the stack manages the resource, otherwise its AWS id. A replaced resource has its URN after the update and its AWS id before it. */
const key = v.string();
const keys = v.array(key);

const combinations = v.strictObject({
  before: countValue,
  after: countValue,
  added: countValue,
  /** The added ones that the account does not hold according to the inventory. Without an inventory, all of them. */
  marginal: countValue,
  removed: countValue,
  /** Those before and those after together: they exist at the same time until Lambda has deleted the removed ones. */
  changeover: countValue,
});

const setChange = {
  /** The groups that the set certainly has, and whether it may have others. */
  securityGroups: keys,
  exact: v.boolean(),
  subnets: keys,
  possibleSubnets: keys,
  combinations: countValue,
  /** The functions that cause the change. */
  consumers: keys,
};

const lingering = v.strictObject({
  /**
   * `enis`: until Lambda has deleted the ENIs, in 20 to 45 minutes. `versions`: until the published versions that use them are deleted. `perhaps-versions`:
   * whether a function publishes is unknown. `functions`: the functions leave the stack and stay in the account.
   */
  until: v.picklist(["enis", "versions", "perhaps-versions", "functions"]),
  consumers: keys,
});

const vpcValue = v.strictObject({
  /** Null for functions whose VPC is unknown. */
  vpc: v.nullable(key),
  combinations,
  /** ENIs that count against the quota of the VPC. */
  quota: v.strictObject({ limit: v.number(), before: countValue, after: countValue, changeover: countValue }),
  added: v.array(v.strictObject(setChange)),
  removed: v.array(v.strictObject({ ...setChange, lingering })),
  /** What one more function costs with its own security-group set. With the set of another function and its subnets, it costs nothing. */
  oneMore: countValue,
});

const subnetValue = v.strictObject({
  subnet: key,
  vpc: v.nullable(key),
  combinations,
  /** Addresses in use, those of other resources included. `usable` and `free` are null if the range is unknown. */
  addresses: v.strictObject({
    usable: v.nullable(v.number()),
    before: countValue,
    after: countValue,
    changeover: countValue,
    /** Usable addresses that the changeover leaves. */
    free: v.nullable(countValue),
  }),
});

const findingsValue = v.strictObject({
  policies: v.array(policyValue),
  /** Findings after the update that are not there before it, by their fingerprints. */
  added: v.array(findingValue),
  removed: v.array(findingValue),
  kept: v.number(),
  /** Policies that checked nothing: their findings are unknown. */
  unchecked: v.array(uncheckedValue),
});

/** The version of the format. A change that a reader of version 1 cannot read raises it. */
export const DIFFERENCE_VERSION = 1;

/** What differs between two moments of a stack, as plain data: what every format renders, and what the format `json` is. */
export const differenceDocument = v.strictObject({
  format: v.literal("lambda-vpc-difference"),
  version: v.literal(DIFFERENCE_VERSION),
  tool: v.strictObject({ name: v.literal("lambda-vpc"), version: v.string() }),
  /** `PROJECT/STACK`; null if a moment has no resources. */
  stack: v.strictObject({ before: v.nullable(v.string()), after: v.nullable(v.string()) }),
  combinations,
  functions: v.strictObject({ added: keys, removed: keys, moved: keys }),
  vpcs: v.array(vpcValue),
  subnets: v.array(subnetValue),
  /** Combinations of network connectors, which are counted separately and not compared. */
  connectors: v.strictObject({ before: countValue, after: countValue }),
  /** Null if no pack is given. */
  findings: v.nullable(findingsValue),
});

export type DifferenceDocument = v.InferOutput<typeof differenceDocument>;
export type VpcDifferenceValue = DifferenceDocument["vpcs"][number];
export type SubnetDifferenceValue = DifferenceDocument["subnets"][number];
export type CombinationsDifferenceValue = DifferenceDocument["combinations"];
