import type { Lookup } from "./lookup";
import { getAccessPoint, getAccessPoints, getFileSystem, getMountTarget } from "./file-system";
import { getFunction, getRole } from "./lambda-and-iam";
import { getCacheSubnetGroup, getDbSubnetGroup, getMemoryDbSubnetGroup, getRedshiftSubnetGroup } from "./subnet-group";
import { getSecurityGroup, getSecurityGroups, getSubnet, getSubnets, getVpc, getVpcs } from "./network";
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
  ["aws:ec2/getVpcs:getVpcs", getVpcs],
  ["aws:efs/getAccessPoint:getAccessPoint", getAccessPoint],
  ["aws:efs/getAccessPoints:getAccessPoints", getAccessPoints],
  ["aws:efs/getFileSystem:getFileSystem", getFileSystem],
  ["aws:efs/getMountTarget:getMountTarget", getMountTarget],
  ["aws:elasticache/getSubnetGroup:getSubnetGroup", getCacheSubnetGroup],
  ["aws:iam/getPolicyDocument:getPolicyDocument", getPolicyDocument],
  ["aws:iam/getRole:getRole", getRole],
  ["aws:index/getAvailabilityZones:getAvailabilityZones", getAvailabilityZones],
  ["aws:index/getCallerIdentity:getCallerIdentity", getCallerIdentity],
  ["aws:index/getPartition:getPartition", getPartition],
  ["aws:index/getRegion:getRegion", getRegion],
  ["aws:lambda/getFunction:getFunction", getFunction],
  ["aws:memorydb/getSubnetGroup:getSubnetGroup", getMemoryDbSubnetGroup],
  ["aws:rds/getSubnetGroup:getSubnetGroup", getDbSubnetGroup],
  ["aws:redshift/getSubnetGroup:getSubnetGroup", getRedshiftSubnetGroup],
]);
