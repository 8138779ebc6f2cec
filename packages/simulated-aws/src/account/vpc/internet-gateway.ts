import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";
import { newId } from "../store/identifier";
import type { Tags } from "../rows/row";
import type { InternetGateway } from "../rows/vpc-rows";
import { findVpc } from "./vpc";

/** The requested settings of an internet gateway, attached to a VPC or to none. */
export interface InternetGatewayRequest {
  readonly region: string;
  readonly tags: Tags;
  readonly vpcId: string | undefined;
}

/** Creates a gateway, or replaces the one with this `id`. Throws `InvalidVpcID.NotFound`. */
export function putInternetGateway(
  account: Account,
  { region, tags, vpcId }: InternetGatewayRequest,
  id = newId(account, "igw"),
): InternetGateway {
  const attachment = vpcId === undefined ? {} : { vpcId: findVpc(account, vpcId).id };
  return account.tables.internetGateways.put({ id, region, tags, ...attachment });
}

/** The gateway with this id. Throws `InvalidInternetGatewayID.NotFound`. */
export function findInternetGateway(account: Account, id: string): InternetGateway {
  const gateway = account.tables.internetGateways.get(id);
  if (gateway === undefined) throw new AwsError("InvalidInternetGatewayID.NotFound", `The internetGateway ID '${id}' does not exist`);
  return gateway;
}
