import type { Account } from "../account/store/account";
import { AwsError } from "../account/store/aws-error";
import { knownValues, requiredText } from "../property/read";
import type { Properties } from "../property/value";
import { dbSubnetGroup } from "../resources/address-consumers/db-subnet-group";
import { cacheSubnetGroup, memoryDbSubnetGroup, redshiftSubnetGroup } from "../resources/address-consumers/subnet-groups";
import type { ResourceType } from "../resources/definition/resource-type";
import type { Lookup } from "./lookup";

export const getDbSubnetGroup: Lookup = (account, inputs) => ({
  ...subnetGroup(account, inputs, dbSubnetGroup, "DBSubnetGroupNotFoundFault", ["supportedNetworkTypes", "vpcId"]),
  status: "Complete",
});

export const getCacheSubnetGroup: Lookup = (account, inputs) =>
  subnetGroup(account, inputs, cacheSubnetGroup, "CacheSubnetGroupNotFoundFault", ["tags", "vpcId"]);

export const getMemoryDbSubnetGroup: Lookup = (account, inputs) =>
  subnetGroup(account, inputs, memoryDbSubnetGroup, "SubnetGroupNotFoundFault", ["tags", "vpcId"]);

export const getRedshiftSubnetGroup: Lookup = (account, inputs) =>
  subnetGroup(account, inputs, redshiftSubnetGroup, "ClusterSubnetGroupNotFoundFault", ["tags"]);

/** A subnet group of the Region by its name, with the common outputs and `more`. */
function subnetGroup(account: Account, inputs: Properties, type: ResourceType, notFound: string, more: readonly string[]): Properties {
  const [name, region] = [requiredText(inputs, "name"), requiredText(inputs, "region")];
  const described = type.describe(account, name, {});
  if (described === undefined || described["region"] !== region)
    throw new AwsError(notFound, `The subnet group '${name}' does not exist in ${region}.`);
  const { tagsAll = {}, ...others } = described;
  return { ...knownValues({ ...others, tags: tagsAll }, ["arn", "description", "name", "subnetIds", ...more]), id: name, region };
}
