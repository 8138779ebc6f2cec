import type { Account } from "../account/store/account";
import type { Properties } from "../property/value";

/** Properties of pass-through types that other types refer to by the resource's id, or that the served API reports. */
export const REMEMBERED: { readonly [token: string]: readonly string[] } = {
  "aws:lambda/eventSourceMapping:EventSourceMapping": [
    "region",
    "functionName",
    "eventSourceArn",
    "batchSize",
    "maximumBatchingWindowInSeconds",
    "startingPosition",
    "enabled",
    "functionResponseTypes",
  ],
  "aws:docdb/subnetGroup:SubnetGroup": ["subnetIds"],
  "aws:neptune/subnetGroup:SubnetGroup": ["subnetIds"],
  "aws:rds/cluster:Cluster": ["dbSubnetGroupName", "vpcSecurityGroupIds"],
  "aws:docdb/cluster:Cluster": ["dbSubnetGroupName", "vpcSecurityGroupIds"],
  "aws:neptune/cluster:Cluster": ["neptuneSubnetGroupName", "vpcSecurityGroupIds"],
};

/** The account's row of a pass-through resource. */
export function rowId(token: string, id: string): string {
  return `${token} ${id}`;
}

/** What the account remembers of a resource. Empty if there is none. */
export function remembered(account: Account, token: string, id: string): Properties {
  return account.tables.foreignResources.get(rowId(token, id))?.properties ?? {};
}

/** The properties of a resource that the account remembers. */
export function toRemember(token: string, outputs: Properties): Properties {
  return Object.fromEntries((REMEMBERED[token] ?? []).flatMap((name) => (outputs[name] === undefined ? [] : [[name, outputs[name]]])));
}
