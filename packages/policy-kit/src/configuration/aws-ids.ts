import { text } from "./shape";

/** The ids of AWS that configurations name things by. */
export const subnetId = text({ pattern: /^subnet-[0-9a-f]+$/, accepts: "the id of a subnet, such as subnet-0a1b2c3d" });
export const securityGroupId = text({ pattern: /^sg-[0-9a-f]+$/, accepts: "the id of a security group, such as sg-0a1b2c3d" });
export const vpcId = text({ pattern: /^vpc-[0-9a-f]+$/, accepts: "the id of a VPC, such as vpc-0a1b2c3d" });

/** Whether a text has the form of one of them. */
export function isAwsId(value: string): boolean {
  return [subnetId, securityGroupId, vpcId].some((shape) => shape.read(value).readable);
}
