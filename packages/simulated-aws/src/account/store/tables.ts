import type * as consumers from "../rows/address-consumer-rows";
import { combinationKey, combinationKeys } from "../rows/combination";
import type { PassThroughResource } from "../rows/pass-through-resource-row";
import type * as iam from "../rows/iam-rows";
import type * as lambda from "../rows/lambda-rows";
import type { LogGroup } from "../rows/log-group-row";
import type { Regional, Row } from "../rows/row";
import type * as securityGroups from "../rows/security-group-rows";
import type * as vpc from "../rows/vpc-rows";
import { type OnChange, Table } from "./table";

/**
 * Creates the tables of an empty account. `onChangeOf` returns the listener for a table. The names of tables are part of the file format
 * of an account.
 */
export function openTables(onChangeOf: (table: string) => OnChange<Row>) {
  return {
    openedRegions: new Table<vpc.OpenedRegion>({}, onChangeOf("openedRegions")),
    vpcs: new Table<vpc.Vpc>({}, onChangeOf("vpcs")),
    vpcCidrBlocks: new Table<vpc.VpcCidrBlock, "vpc">({ vpc: (block) => [block.vpcId] }, onChangeOf("vpcCidrBlocks")),
    subnets: new Table<vpc.Subnet, "vpc">({ vpc: (subnet) => [subnet.vpcId] }, onChangeOf("subnets")),
    internetGateways: new Table<vpc.InternetGateway, "vpc">(
      { vpc: (gateway) => (gateway.vpcId === undefined ? [] : [gateway.vpcId]) },
      onChangeOf("internetGateways"),
    ),
    routeTables: new Table<vpc.RouteTable, "vpc">({ vpc: (table) => [table.vpcId] }, onChangeOf("routeTables")),
    routeTableAssociations: new Table<vpc.RouteTableAssociation, "table" | "subnet">(
      {
        table: (association) => [association.routeTableId],
        subnet: (association) => (association.subnetId === undefined ? [] : [association.subnetId]),
      },
      onChangeOf("routeTableAssociations"),
    ),
    networkAcls: new Table<vpc.NetworkAcl>({}, onChangeOf("networkAcls")),
    securityGroups: new Table<securityGroups.SecurityGroup, "vpc" | "name">(
      { vpc: (group) => [group.vpcId], name: (group) => [`${group.vpcId} ${group.name}`] },
      onChangeOf("securityGroups"),
    ),
    securityGroupRules: new Table<securityGroups.SecurityGroupRule, "group" | "reference">(
      {
        group: (rule) => [rule.groupId],
        reference: (rule) => ("referencedSecurityGroupId" in rule.peer ? [rule.peer.referencedSecurityGroupId] : []),
      },
      onChangeOf("securityGroupRules"),
    ),
    securityGroupVpcAssociations: new Table<securityGroups.SecurityGroupVpcAssociation, "group">(
      { group: (association) => [association.groupId] },
      onChangeOf("securityGroupVpcAssociations"),
    ),
    roles: new Table<iam.Role, "arn">({ arn: (role) => [role.arn] }, onChangeOf("roles")),
    rolePolicies: new Table<iam.RolePolicy, "role">({ role: (policy) => [policy.role] }, onChangeOf("rolePolicies")),
    managedPolicies: new Table<iam.ManagedPolicy>({}, onChangeOf("managedPolicies")),
    rolePolicyAttachments: new Table<iam.RolePolicyAttachment, "role" | "policy">(
      { role: (attachment) => [attachment.role], policy: (attachment) => [attachment.policyArn] },
      onChangeOf("rolePolicyAttachments"),
    ),
    logGroups: new Table<LogGroup>({}, onChangeOf("logGroups")),
    functions: new Table<lambda.LambdaFunction, "combination">({ combination: combinationKeys }, onChangeOf("functions")),
    functionVersions: new Table<lambda.FunctionVersion, "combination" | "function">(
      { combination: combinationKeys, function: (version) => [version.functionName] },
      onChangeOf("functionVersions"),
    ),
    functionAliases: new Table<lambda.FunctionAlias, "function">(
      { function: (alias) => [alias.functionName] },
      onChangeOf("functionAliases"),
    ),
    functionCode: new Table<lambda.FunctionCode>({}, onChangeOf("functionCode")),
    networkInterfaces: new Table<lambda.NetworkInterface, "combination" | "vpc" | "subnet" | "group" | "lingering">(
      {
        combination: (one) =>
          one.orphaned === true || one.modifiedFrom !== undefined ? [] : [combinationKey(one.subnetId, one.securityGroupIds)],
        vpc: (one) => [one.vpcId],
        subnet: (one) => [one.subnetId],
        group: (one) => one.securityGroupIds,
        lingering: (one) => (one.reclaimedAt === undefined ? [] : ["all", one.role]),
      },
      onChangeOf("networkInterfaces"),
    ),
    ownedInterfaces: new Table<consumers.OwnedInterface, "subnet" | "group" | "owner">(
      { subnet: (one) => [one.subnetId], group: (one) => one.securityGroupIds, owner: (one) => [one.owner] },
      onChangeOf("ownedInterfaces"),
    ),
    /** Region and tags of interfaces that a program creates directly. */
    interfaceTags: new Table<Regional>({}, onChangeOf("interfaceTags")),
    elasticAddresses: new Table<consumers.ElasticAddress>({}, onChangeOf("elasticAddresses")),
    natGateways: new Table<consumers.NatGateway, "allocation">(
      { allocation: (gateway) => gateway.allocationIds },
      onChangeOf("natGateways"),
    ),
    vpcEndpoints: new Table<consumers.VpcEndpoint, "vpc">({ vpc: (endpoint) => [endpoint.vpcId] }, onChangeOf("vpcEndpoints")),
    loadBalancers: new Table<consumers.LoadBalancer, "name">({ name: (balancer) => [balancer.name] }, onChangeOf("loadBalancers")),
    fileSystems: new Table<consumers.FileSystem>({}, onChangeOf("fileSystems")),
    accessPoints: new Table<consumers.AccessPoint, "fileSystem">(
      { fileSystem: (point) => [point.fileSystemId] },
      onChangeOf("accessPoints"),
    ),
    mountTargets: new Table<consumers.MountTarget, "fileSystem" | "vpc">(
      { fileSystem: (target) => [target.fileSystemId], vpc: (target) => [target.vpcId] },
      onChangeOf("mountTargets"),
    ),
    dbSubnetGroups: new Table<consumers.DbSubnetGroup>({}, onChangeOf("dbSubnetGroups")),
    subnetGroups: new Table<consumers.SubnetGroup>({}, onChangeOf("subnetGroups")),
    dbInstances: new Table<consumers.DbInstance, "identifier" | "subnetGroup">(
      {
        identifier: (instance) => [instance.identifier],
        subnetGroup: (instance) => (instance.subnetGroup === undefined ? [] : [instance.subnetGroup]),
      },
      onChangeOf("dbInstances"),
    ),
    networkConnectors: new Table<lambda.NetworkConnector>({}, onChangeOf("networkConnectors")),
    capacityProviders: new Table<lambda.CapacityProvider>({}, onChangeOf("capacityProviders")),
    egressOnlyInternetGateways: new Table<vpc.EgressOnlyInternetGateway, "vpc">(
      { vpc: (gateway) => [gateway.vpcId] },
      onChangeOf("egressOnlyInternetGateways"),
    ),
    foreignResources: new Table<PassThroughResource>({}, onChangeOf("foreignResources")),
  };
}

export type TableName = keyof ReturnType<typeof openTables>;
