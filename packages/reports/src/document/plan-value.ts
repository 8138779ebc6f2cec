import * as v from "valibot";
import { countValue } from "./count-value";

/** A URN if the stack manages the resource, otherwise its AWS id. */
const key = v.string();
const keys = v.array(key);

const causes = v.array(v.strictObject({ cause: v.string(), why: v.string(), fix: v.string(), consumers: keys }));

const setValue = v.strictObject({
  /** The groups that the set certainly has, and whether it may have others. */
  securityGroups: keys,
  exact: v.boolean(),
  consumers: keys,
  subnets: keys,
  possibleSubnets: keys,
  /** The functions of the set by the subnets that they request. Not exact: one of them may use other subnets, or not all of these. */
  attachments: v.array(v.strictObject({ consumers: keys, subnets: keys, possibleSubnets: keys, exact: v.boolean() })),
  combinations: countValue,
});

const mergeValue = v.strictObject({ keep: keys, replace: v.array(keys), consumers: keys, saved: countValue });

const vpcValue = v.strictObject({
  /** Null if the VPC is unknown. */
  vpc: v.nullable(key),
  combinations: countValue,
  marginal: countValue,
  held: countValue,
  sets: countValue,
  savedBySharing: countValue,
  avoidable: countValue,
  merges: v.array(mergeValue),
  securityGroupSets: v.array(setValue),
  /** Combinations, held ones included, that count against the quota of ENIs of the VPC. */
  quota: v.strictObject({ limit: v.number(), used: countValue }),
  causes,
});

const addressesValue = v.strictObject({
  cidrBlock: v.nullable(v.string()),
  /** Null if the range is unknown. */
  usable: v.nullable(v.number()),
  held: v.number(),
  used: countValue,
  peak: countValue,
  free: v.nullable(countValue),
  needs: v.array(v.strictObject({ kind: v.string(), count: countValue, consumers: keys })),
  /** False if resources that are neither in the stack nor in the inventory may use the subnet. */
  complete: v.boolean(),
});

const subnetValue = v.strictObject({
  subnet: key,
  vpc: v.nullable(key),
  combinations: countValue,
  marginal: countValue,
  consumers: keys,
  addresses: v.nullable(addressesValue),
});

const figures = { combinations: countValue, marginal: countValue, vpcs: v.array(vpcValue), subnets: v.array(subnetValue) };

/** The plan and the budgets of a stack. */
export const planValue = v.strictObject({
  ...figures,
  /** Combinations of network connectors, which are counted separately. */
  connectors: countValue,
  functions: v.number(),
  /** The figures once every merge of the VPCs is done, which widens no access. Null if there is none. */
  merged: v.nullable(v.strictObject(figures)),
  /** Functions whose VPC is unknown, and their sets. */
  unplaced: keys,
  unplacedSets: v.array(setValue),
  /** Functions that publish versions, which keep combinations that no preview shows. */
  publishing: keys,
  causes,
});

export type PlanValue = v.InferOutput<typeof planValue>;
export type VpcValue = v.InferOutput<typeof vpcValue>;
export type SetValue = v.InferOutput<typeof setValue>;
export type SubnetValue = v.InferOutput<typeof subnetValue>;
export type CausesValue = v.InferOutput<typeof causes>;
