import type * as consumers from "../rows/address-consumer-rows";
import { combinationKey, combinationKeys } from "../rows/combination";
import type { ForeignResource } from "../rows/foreign-resource-row";
import type * as iam from "../rows/iam-rows";
import type * as lambda from "../rows/lambda-rows";
import type { LogGroup } from "../rows/log-group-row";
import type { Regional, Row } from "../rows/row";
import type * as securityGroups from "../rows/security-group-rows";
import type * as vpc from "../rows/vpc-rows";
import { type OnChange, Table } from "./table";

/** Opens the tables of an empty account; `on` gives, for a table's name, who is told of its changes. */
export function openTables(on: (table: string) => OnChange<Row>) {
  return {
    vpcs: new Table<vpc.Vpc>({}, on("vpcs")),
    vpcCidrBlocks: new Table<vpc.VpcCidrBlock, "vpc">({ vpc: (block) => [block.vpcId] }, on("vpcCidrBlocks")),
    subnets: new Table<vpc.Subnet, "vpc">({ vpc: (subnet) => [subnet.vpcId] }, on("subnets")),
    internetGateways: new Table<vpc.InternetGateway, "vpc">(
      { vpc: (gateway) => (gateway.vpcId === undefined ? [] : [gateway.vpcId]) },
      on("internetGateways"),
    ),
    routeTables: new Table<vpc.RouteTable, "vpc">({ vpc: (table) => [table.vpcId] }, on("routeTables")),
    routeTableAssociations: new Table<vpc.RouteTableAssociation, "table" | "subnet">(
      {
        table: (association) => [association.routeTableId],
        subnet: (association) => (association.subnetId === undefined ? [] : [association.subnetId]),
      },
      on("routeTableAssociations"),
    ),
    securityGroups: new Table<securityGroups.SecurityGroup, "vpc" | "name">(
      { vpc: (group) => [group.vpcId], name: (group) => [`${group.vpcId} ${group.name}`] },
      on("securityGroups"),
    ),
    securityGroupRules: new Table<securityGroups.SecurityGroupRule, "group" | "reference">(
      {
        group: (rule) => [rule.groupId],
        reference: (rule) => ("referencedSecurityGroupId" in rule.peer ? [rule.peer.referencedSecurityGroupId] : []),
      },
      on("securityGroupRules"),
    ),
    roles: new Table<iam.Role, "arn">({ arn: (role) => [role.arn] }, on("roles")),
    rolePolicies: new Table<iam.RolePolicy, "role">({ role: (policy) => [policy.role] }, on("rolePolicies")),
    managedPolicies: new Table<iam.ManagedPolicy>({}, on("managedPolicies")),
    rolePolicyAttachments: new Table<iam.RolePolicyAttachment, "role" | "policy">(
      { role: (attachment) => [attachment.role], policy: (attachment) => [attachment.policyArn] },
      on("rolePolicyAttachments"),
    ),
    logGroups: new Table<LogGroup>({}, on("logGroups")),
    functions: new Table<lambda.LambdaFunction, "combination">({ combination: combinationKeys }, on("functions")),
    functionVersions: new Table<lambda.FunctionVersion, "combination" | "function">(
      { combination: combinationKeys, function: (version) => [version.functionName] },
      on("functionVersions"),
    ),
    functionAliases: new Table<lambda.FunctionAlias, "function">({ function: (alias) => [alias.functionName] }, on("functionAliases")),
    functionCode: new Table<lambda.FunctionCode>({}, on("functionCode")),
    networkInterfaces: new Table<lambda.NetworkInterface, "combination" | "vpc" | "subnet" | "group" | "lingering">(
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
    interfaceTags: new Table<Regional>({}, on("interfaceTags")),
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
    networkConnectors: new Table<lambda.NetworkConnector>({}, on("networkConnectors")),
    capacityProviders: new Table<lambda.CapacityProvider>({}, on("capacityProviders")),
    egressOnlyInternetGateways: new Table<vpc.EgressOnlyInternetGateway, "vpc">(
      { vpc: (gateway) => [gateway.vpcId] },
      on("egressOnlyInternetGateways"),
    ),
    foreignResources: new Table<ForeignResource>({}, on("foreignResources")),
  };
}

export type TableName = keyof ReturnType<typeof openTables>;
