import type { Lookup } from "./lookup";
import { getSecurityGroup, getSecurityGroups, getSubnet, getSubnets, getVpc } from "./network";
import { getAvailabilityZones, getCallerIdentity, getPartition, getRegion } from "./place";
import { getPolicyDocument } from "./policy-document";

/** The provider's functions that the simulation answers, by token. */
export const lookups: ReadonlyMap<string, Lookup> = new Map([
  ["aws:ec2/getSecurityGroup:getSecurityGroup", getSecurityGroup],
  ["aws:ec2/getSecurityGroups:getSecurityGroups", getSecurityGroups],
  ["aws:ec2/getSubnet:getSubnet", getSubnet],
  ["aws:ec2/getSubnets:getSubnets", getSubnets],
  ["aws:ec2/getVpc:getVpc", getVpc],
  ["aws:iam/getPolicyDocument:getPolicyDocument", getPolicyDocument],
  ["aws:index/getAvailabilityZones:getAvailabilityZones", getAvailabilityZones],
  ["aws:index/getCallerIdentity:getCallerIdentity", getCallerIdentity],
  ["aws:index/getPartition:getPartition", getPartition],
  ["aws:index/getRegion:getRegion", getRegion],
]);
