import { combinationKey, combinationKeys } from "./combination";
import type * as rows from "./rows";
import { type OnChange, type Row, Table } from "./table";

/** Opens the tables of an empty account; `on` gives, for a table's name, who is told of its changes. */
export function openTables(on: (table: string) => OnChange<Row>) {
  return {
    vpcs: new Table<rows.Vpc>({}, on("vpcs")),
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
    foreignResources: new Table<rows.ForeignResource>({}, on("foreignResources")),
  };
}

export type TableName = keyof ReturnType<typeof openTables>;
