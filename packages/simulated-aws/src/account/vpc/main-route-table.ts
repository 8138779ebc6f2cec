import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";
import { idFrom, newId } from "../store/identifier";
import type { Vpc } from "../rows/vpc-rows";
import { findRouteTable } from "./route-table";

/** The id of the association between a VPC and its main route table. */
export function mainAssociationId({ id, mainAssociationId: replaced }: Vpc): string {
  return replaced ?? idFrom("rtbassoc", id);
}

/** The VPC whose main association has this id. Throws `InvalidAssociationID.NotFound`. */
export function findMainAssociation(account: Account, id: string): Vpc {
  const vpc = account.tables.vpcs.all().find((one) => mainAssociationId(one) === id);
  if (vpc === undefined) throw new AwsError("InvalidAssociationID.NotFound", `The association ID '${id}' does not exist`);
  return vpc;
}

/**
 * Makes a route table the main one of a VPC (ReplaceRouteTableAssociation). Returns the id of the association, by default a new one. Throws
 * `InvalidRouteTableID.NotFound`, and `InvalidParameterValue` for a table of another VPC.
 */
export function replaceMainRouteTable(account: Account, vpc: Vpc, routeTableId: string, id = newId(account, "rtbassoc")): string {
  const table = findRouteTable(account, routeTableId);
  if (table.vpcId !== vpc.id)
    throw new AwsError("InvalidParameterValue", `route table ${routeTableId} and network ${vpc.id} belong to different networks`);
  account.tables.vpcs.put({ ...vpc, mainRouteTableId: routeTableId, mainAssociationId: id });
  return id;
}
