import { combinationKeys, combinationKey } from "./combination";
import { type Circumstances, defaultCircumstances } from "./circumstances";
import type * as rows from "./rows";
import { type Row, Table } from "./table";

/** What one operation did to one table: the row after it, null where it is gone. */
export type Change = readonly [table: TableName, id: string, after: Row | null];

/** One operation's changes, all or none of which come to be. */
export type Transaction = readonly Change[];

export type TableName = keyof ReturnType<typeof openTables>;

/**
 * An AWS account in memory. Operations read and change its tables inside `transact`; nothing here touches a file, a clock or chance, so an
 * account is a function of the transactions that made it.
 */
export class Account {
  readonly #undo: { readonly table: TableName; readonly id: string; readonly before: Row | undefined; readonly after: Row | undefined }[] =
    [];
  #serial = 0;
  #made = 0;

  constructor(readonly circumstances: Circumstances = defaultCircumstances) {}

  /** The account's number: the one that AWS's documentation uses in examples. */
  readonly id = "123456789012";

  readonly tables = openTables((table) => (id, after, before) => this.#undo.push({ table, id, before, after }));

  /** How many transactions made this account: its only clock. */
  get serial(): number {
    return this.#serial;
  }

  /** A number that no two things made in this account share. */
  nextNumber(): string {
    return `${this.#serial}.${this.#made++}`;
  }

  /** Runs an operation: when it throws, nothing has happened. */
  transact<T>(operation: (account: this) => T): { readonly result: T; readonly transaction: Transaction } {
    try {
      const result = operation(this);
      return { result, transaction: this.#commit() };
    } catch (error) {
      const changes = this.#undo.splice(0).reverse();
      for (const { table, id, before } of changes) this.#table(table).set(id, before);
      this.#undo.length = 0;
      this.#made = 0;
      throw error;
    }
  }

  /** Lives through a transaction of the past. */
  replay(transaction: Transaction): void {
    for (const [table, id, after] of transaction) this.#table(table).set(id, after ?? undefined);
    this.#commit();
  }

  /** The table by its name, for rows that came out of that same table. */
  #table(name: TableName): { set(id: string, after: Row | undefined): void } {
    return this.tables[name] as unknown as Table<Row>;
  }

  #commit(): Transaction {
    const changes = this.#undo.splice(0).map(({ table, id, after }): Change => [table, id, after ?? null]);
    if (changes.length > 0) this.#serial++;
    this.#made = 0;
    return changes;
  }
}

type Changed = (table: string) => (id: string, after: Row | undefined, before: Row | undefined) => void;

function openTables(changed: (table: never) => ReturnType<Changed>) {
  const on = changed as Changed;
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
