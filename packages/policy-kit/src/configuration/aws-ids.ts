import * as v from "valibot";
import { textOf } from "./schema";

/** AWS ids in configurations. */
export const subnetId = textOf(/^subnet-[0-9a-f]+$/, "the id of a subnet, such as subnet-0a1b2c3d");
export const securityGroupId = textOf(/^sg-[0-9a-f]+$/, "the id of a security group, such as sg-0a1b2c3d");
export const vpcId = textOf(/^vpc-[0-9a-f]+$/, "the id of a VPC, such as vpc-0a1b2c3d");

/** Whether a text has the form of one of them. */
export function isAwsId(value: string): boolean {
  return [subnetId, securityGroupId, vpcId].some((schema) => v.is(schema, value));
}
