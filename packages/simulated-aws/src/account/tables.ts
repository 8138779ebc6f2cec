import { combinationKey, combinationKeys } from "./combination";
import type * as consumers from "./consumer-rows";
import type { FunctionAlias } from "./function-alias";
import type { FunctionCode } from "./function-code";
import type * as rows from "./rows";
import { type OnChange, type Row, Table } from "./table";

/** Opens the tables of an empty account; `on` gives, for a table's name, who is told of its changes. */
export function openTables(on: (table: string) => OnChange<Row>) {
  return {
    vpcs: new Table<rows.Vpc>({}, on("vpcs")),
    vpcCidrBlocks: new Table<rows.VpcCidrBlock, "vpc">({ vpc: (block) => [block.vpcId] }, on("vpcCidrBlocks")),
    subnets: new Table<rows.Subnet, "vpc">({ vpc: (subnet) => [subnet.vpcId] }, on("subnets")),
    internetGateways: new Table<rows.InternetGateway, "vpc">(
      { vpc: (gateway) => (gateway.vpcId === undefined ? [] : [gateway.vpcId]) },
      on("internetGateways"),
    ),
    routeTables: new Table<rows.RouteTable, "vpc">({ vpc: (table) => [table.vpcId] }, on("routeTables")),
    routeTableAssociations: new Table<rows.RouteTableAssociation, "table" | "subnet">(
      {
        table: (association) => [association.routeTableId],
        subnet: (association) => (association.subnetId === undefined ? [] : [association.subnetId]),
      },
      on("routeTableAssociations"),
    ),
    securityGroups: new Table<rows.SecurityGroup, "vpc" | "name">(
      { vpc: (group) => [group.vpcId], name: (group) => [`${group.vpcId} ${group.name}`] },
      on("securityGroups"),
    ),
    securityGroupRules: new Table<rows.SecurityGroupRule, "group" | "reference">(
      {
        group: (rule) => [rule.groupId],
        reference: (rule) => ("referencedSecurityGroupId" in rule.peer ? [rule.peer.referencedSecurityGroupId] : []),
      },
      on("securityGroupRules"),
    ),
    roles: new Table<rows.Role, "arn">({ arn: (role) => [role.arn] }, on("roles")),
    rolePolicies: new Table<rows.RolePolicy, "role">({ role: (policy) => [policy.role] }, on("rolePolicies")),
    managedPolicies: new Table<rows.ManagedPolicy>({}, on("managedPolicies")),
    rolePolicyAttachments: new Table<rows.RolePolicyAttachment, "role" | "policy">(
      { role: (attachment) => [attachment.role], policy: (attachment) => [attachment.policyArn] },
      on("rolePolicyAttachments"),
    ),
    logGroups: new Table<rows.LogGroup>({}, on("logGroups")),
    functions: new Table<rows.LambdaFunction, "combination">({ combination: combinationKeys }, on("functions")),
    functionVersions: new Table<rows.FunctionVersion, "combination" | "function">(
      { combination: combinationKeys, function: (version) => [version.functionName] },
      on("functionVersions"),
    ),
    functionAliases: new Table<FunctionAlias, "function">({ function: (alias) => [alias.functionName] }, on("functionAliases")),
    functionCode: new Table<FunctionCode>({}, on("functionCode")),
    networkInterfaces: new Table<rows.NetworkInterface, "combination" | "vpc" | "subnet" | "group" | "lingering">(
      {
        combination: (one) => (one.orphaned === true ? [] : [combinationKey(one.subnetId, one.securityGroupIds)]),
        vpc: (one) => [one.vpcId],
        subnet: (one) => [one.subnetId],
        group: (one) => one.securityGroupIds,
        lingering: (one) => (one.reclaimedAt === undefined ? [] : ["all", one.role]),
      },
      on("networkInterfaces"),
    ),
    ownedInterfaces: new Table<consumers.OwnedInterface, "subnet" | "group" | "owner">(
      { subnet: (one) => [one.subnetId], group: (one) => one.securityGroupIds, owner: (one) => [one.owner] },
      on("ownedInterfaces"),
    ),
    /** What is said of those of them that a program asks for by itself. */
    interfaceTags: new Table<rows.Regional>({}, on("interfaceTags")),
    elasticAddresses: new Table<consumers.ElasticAddress>({}, on("elasticAddresses")),
    natGateways: new Table<consumers.NatGateway, "allocation">({ allocation: (gateway) => gateway.allocationIds }, on("natGateways")),
    vpcEndpoints: new Table<consumers.VpcEndpoint, "vpc">({ vpc: (endpoint) => [endpoint.vpcId] }, on("vpcEndpoints")),
    loadBalancers: new Table<consumers.LoadBalancer, "name">({ name: (balancer) => [balancer.name] }, on("loadBalancers")),
    fileSystems: new Table<consumers.FileSystem>({}, on("fileSystems")),
    mountTargets: new Table<consumers.MountTarget, "fileSystem" | "vpc">(
      { fileSystem: (target) => [target.fileSystemId], vpc: (target) => [target.vpcId] },
      on("mountTargets"),
    ),
    dbSubnetGroups: new Table<consumers.DbSubnetGroup>({}, on("dbSubnetGroups")),
    dbInstances: new Table<consumers.DbInstance, "identifier" | "subnetGroup">(
      {
        identifier: (instance) => [instance.identifier],
        subnetGroup: (instance) => (instance.subnetGroup === undefined ? [] : [instance.subnetGroup]),
      },
      on("dbInstances"),
    ),
    networkConnectors: new Table<consumers.NetworkConnector>({}, on("networkConnectors")),
    capacityProviders: new Table<consumers.CapacityProvider>({}, on("capacityProviders")),
    egressOnlyInternetGateways: new Table<consumers.EgressOnlyInternetGateway, "vpc">(
      { vpc: (gateway) => [gateway.vpcId] },
      on("egressOnlyInternetGateways"),
    ),
    foreignResources: new Table<rows.ForeignResource>({}, on("foreignResources")),
  };
}

export type TableName = keyof ReturnType<typeof openTables>;
