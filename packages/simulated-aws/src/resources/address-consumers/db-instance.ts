import type { Account } from "../../account/store/account";
import type { DbInstance } from "../../account/rows/address-consumer-rows";
import { createDbInstance, deleteDbInstance, updateDbInstance } from "../../account/address-consumers/database";
import { interfacesOf } from "../../account/interfaces/owned-interface";
import { flag, knownValues, number, requiredText, text, textMap, texts } from "../../property/read";
import type { Properties } from "../../property/value";
import { arn } from "../../account/store/arn";
import { dbInstanceFields } from "./db-instance-fields";
import { nameOf } from "../definition/name";
import type { ResourceType } from "../definition/resource-type";

/** A DB instance. Its id is its resource id in AWS. */
export const dbInstance: ResourceType = {
  token: "aws:rds/instance:Instance",
  fields: dbInstanceFields,
  create: (account, inputs) => {
    const [subnetGroup, availabilityZone] = [text(inputs, "dbSubnetGroupName"), text(inputs, "availabilityZone")];
    return createDbInstance(account, {
      region: requiredText(inputs, "region"),
      tags: textMap(inputs, "tagsAll"),
      identifier: identifierOf(account, inputs),
      ...(subnetGroup === undefined ? {} : { subnetGroup }),
      availabilityZone,
      multiAz: flag(inputs, "multiAz"),
      securityGroupIds: texts(inputs, "vpcSecurityGroupIds"),
    });
  },
  describe: (account, id, outputs) => {
    const row = account.tables.dbInstances.get(id);
    return row && description(account, row, outputs);
  },
  update: (account, id, inputs) => {
    const row = account.tables.dbInstances.get(id);
    return row === undefined
      ? { id }
      : updateDbInstance(account, { ...row, tags: textMap(inputs, "tagsAll") }, texts(inputs, "vpcSecurityGroupIds"));
  },
  remove: deleteDbInstance,
};

/** The explicit identifier, or one with the explicit prefix, or with that of Terraform (create.Name). */
function identifierOf(account: Account, inputs: Properties): string {
  const [name, namePrefix] = [text(inputs, "identifier"), text(inputs, "identifierPrefix") ?? "terraform-"];
  return nameOf(account, { ...(name === undefined ? {} : { name }), namePrefix });
}

/** The default ports of engines (docs/aws-facts.md#database-ports), by the prefix of the engine name. */
const PORTS: readonly (readonly [engine: string, port: number])[] = [
  ["postgres", 5432],
  ["aurora-postgres", 5432],
  ["oracle", 1521],
  ["custom-oracle", 1521],
  ["sqlserver", 1433],
  ["custom-sqlserver", 1433],
];

function description(account: Account, row: DbInstance, outputs: Properties): Properties {
  const address = `${row.identifier}.simulated.${row.region}.rds.amazonaws.com`;
  const engine = text(outputs, "engine") ?? "";
  const port = number(outputs, "port") ?? PORTS.find(([name]) => engine.startsWith(name))?.[1] ?? 3306;
  const [attached] = interfacesOf(account, row.id);
  return {
    applyImmediately: false,
    backupRetentionPeriod: 0,
    multiAz: false,
    networkType: "IPV4",
    storageType: "gp2",
    ...knownValues(outputs, ["applyImmediately", "backupRetentionPeriod", "multiAz", "networkType", "storageType"]),
    address,
    arn: arn("rds", row.region, account.id, `db:${row.identifier}`),
    availabilityZone: row.availabilityZone,
    dbSubnetGroupName: row.subnetGroup ?? "default",
    endpoint: `${address}:${port}`,
    engineVersionActual: text(outputs, "engineVersion") ?? "",
    hostedZoneId: "",
    identifier: row.identifier,
    identifierPrefix: text(outputs, "identifierPrefix") ?? "",
    latestRestorableTime: "",
    listenerEndpoints: [],
    masterUserSecrets: flag(outputs, "manageMasterUserPassword") ? [masterUserSecret(account, row)] : [],
    port,
    region: row.region,
    replicas: [],
    resourceId: row.id,
    status: "available",
    tagsAll: row.tags,
    upgradeRolloutOrder: "",
    vpcSecurityGroupIds: attached?.securityGroupIds ?? texts(outputs, "vpcSecurityGroupIds"),
  };
}

/** The secret of a password that RDS manages (docs/aws-facts.md#database-passwords), named by the instance's id. */
function masterUserSecret(account: Account, { id, region }: DbInstance): Properties {
  return { kmsKeyId: "", secretArn: arn("secretsmanager", region, account.id, `secret:rds!${id}`), secretStatus: "active" };
}
