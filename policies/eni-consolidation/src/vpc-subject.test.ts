import { expect, test } from "@jest/globals";
import { knownList, type ResolvedAttachment, select, writeNames } from "@lambda-vpc/model";
import { functionsOf, subjectOfVpc, type VpcMembers } from "./vpc-subject";

const main = "urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::main";
const using = (consumer: string, ...subnets: readonly string[]): ResolvedAttachment => ({
  consumer,
  subnets: select(knownList(subnets), 16),
  securityGroups: select(knownList(["sg-1"]), 5),
});
const placed = [using("users", "subnet-2"), using("orders", "subnet-1")];
const reachable = [using("stock", "subnet-3"), using("billing", "subnet-0")];

test.each<readonly [sentence: string, members: VpcMembers, subject: string, text: string]>([
  ["a VPC of this stack", { vpc: main, attachments: placed, reachable }, main, "the 2 functions in VPC main"],
  ["a VPC of another stack", { vpc: "vpc-1", attachments: placed, reachable }, "orders", "the 2 functions in VPC vpc-1"],
  ["an unknown VPC", { attachments: placed, reachable }, "orders", "the 2 functions in the VPC of subnet subnet-1"],
  ["functions without a known subnet", { attachments: [using("orders")], reachable }, "orders", "the 1 function in the VPC of subnet ?"],
  ["functions that may be anywhere", { attachments: [], reachable }, "billing", "the 2 functions whose VPC is unknown"],
])("the subject and the name of %s", (_, members, subject, text) => {
  expect(subjectOfVpc(members)).toBe(subject);
  expect(writeNames(functionsOf(members))).toBe(text);
});
