import { expect, test } from "@jest/globals";
import { AccountExample } from "../../testing/account-example";
import { deleteSecurityGroup } from "../vpc/security-group";
import { associateSecurityGroup } from "../vpc/security-group-vpc-association";
import { findVpc } from "../vpc/vpc";
import { functionVpcConfigOf } from "./vpc-config";

const nothing = { subnetIds: [], securityGroupIds: [], ipv6AllowedForDualStack: false };

test("a function without a VPC cannot allow IPv6", () => {
  const { account } = new AccountExample();
  expect(functionVpcConfigOf(account, "function f", nothing)).toBeUndefined();
  expect(() => functionVpcConfigOf(account, "function f", { ...nothing, ipv6AllowedForDualStack: true })).toThrow(
    /^InvalidParameterValueException: function f: Ipv6AllowedForDualStack cannot be true without subnet or security groups\./,
  );
});

test("a group of another VPC is usable where it is associated, and nowhere else", () => {
  const example = new AccountExample();
  const [home, third] = [example.vpc("10.1.0.0/16"), example.vpc("10.2.0.0/16")];
  const group = example.group("shared", home);
  associateSecurityGroup(example.account, group, example.vpcId);
  const subnet = example.subnet();
  expect(example.lambda("f", [subnet], [group]).created.vpcConfig).toMatchObject({ vpcId: example.vpcId, securityGroupIds: [group] });
  expect(() => example.lambda("g", [example.subnet("10.2.0.0/24", third)], [group])).toThrow(/in the same VPC/);
});

test("an association goes with its group", () => {
  const example = new AccountExample();
  const group = example.group("shared", example.vpc("10.1.0.0/16"));
  associateSecurityGroup(example.account, group, example.vpcId);
  deleteSecurityGroup(example.account, group);
  expect(example.account.tables.securityGroupVpcAssociations.all()).toEqual([]);
});

test("EC2 associates neither a default group nor a group that does not exist", () => {
  const example = new AccountExample();
  const { defaultSecurityGroupId } = findVpc(example.account, example.vpc("10.1.0.0/16"));
  expect(() => associateSecurityGroup(example.account, defaultSecurityGroupId, example.vpcId)).toThrow(
    /^InvalidParameterValue: the default security group/,
  );
  expect(() => associateSecurityGroup(example.account, "sg-0", example.vpcId)).toThrow(/^InvalidGroup.NotFound/);
});
