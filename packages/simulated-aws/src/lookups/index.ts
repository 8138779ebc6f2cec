import type { Lookup } from "./lookup";
import { getSecurityGroup, getSecurityGroups, getSubnet, getSubnets, getVpc } from "./network";
import { getAvailabilityZones, getCallerIdentity, getPartition, getRegion } from "./region-and-identity";
import { getPolicyDocument } from "./policy-document";
import { getManagedPrefixList, getPrefixList } from "./prefix-list";
import { getInternetGateway, getRouteTable, getRouteTables } from "./routing";

/** The supported functions of the provider, by token. */
export const lookups: ReadonlyMap<string, Lookup> = new Map([
  ["aws:ec2/getInternetGateway:getInternetGateway", getInternetGateway],
  ["aws:ec2/getManagedPrefixList:getManagedPrefixList", getManagedPrefixList],
  ["aws:ec2/getPrefixList:getPrefixList", getPrefixList],
  ["aws:ec2/getRouteTable:getRouteTable", getRouteTable],
  ["aws:ec2/getRouteTables:getRouteTables", getRouteTables],
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
