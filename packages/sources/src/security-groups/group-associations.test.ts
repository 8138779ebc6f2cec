import { expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, preview, type Resource, resource, settled, urnOf } from "../testing/program";
import { holder, securityGroup, vpc } from "../testing/sample-resources";

const [main, old] = [vpc("main"), vpc("old")];
const [own, other] = [securityGroup("own", { vpcId: idOf(old) }), securityGroup("other", { vpcId: idOf(old) })];
const association = (inputs: Resource["inputs"]) =>
  resource("aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation", "association", inputs);
const associationsOf = (inputs: Resource["inputs"], view = preview) =>
  networkOf(view([main, old, own, other, association(inputs)])).groupAssociations;

test("an association names its group and its VPC, at preview and once made", () => {
  for (const view of [preview, settled])
    expect(associationsOf({ securityGroupId: idOf(own), vpcId: idOf(main) }, view)).toEqual([{ groups: [urnOf(own)], vpc: urnOf(main) }]);
});

test("an association may be of any group that its output depends on, and its VPC may be unknown", () => {
  const either = applied([own, other], "sg-own");
  expect(associationsOf({ securityGroupId: either, vpcId: applied([holder("settings")], "vpc-1") })).toEqual([
    { groups: [urnOf(other), urnOf(own)] },
  ]);
});

test("a group that is associated keeps the VPC that it was created in, and is in no VPC alone", () => {
  const { securityGroups } = networkOf(preview([main, old, own, association({ securityGroupId: idOf(own), vpcId: idOf(main) })]));
  expect(securityGroups).toMatchObject([{ key: urnOf(own), createdIn: urnOf(old) }]);
  expect(securityGroups[0]).not.toHaveProperty("vpc");
});

test("a group is in the default VPC if the program names none, until its VPC is known", () => {
  const bare = securityGroup("bare");
  expect(networkOf(preview([bare])).securityGroups).toMatchObject([{ inDefaultVpc: true }]);
  const hidden = securityGroup("hidden", { vpcId: applied([holder("settings")], "vpc-1") });
  for (const [group, view] of [[own, preview] as const, [hidden, preview] as const])
    expect(networkOf(view([old, group])).securityGroups[0]).not.toHaveProperty("inDefaultVpc");
});

test("a subnet that the stack adopts is in the default VPC", () => {
  const adopted = resource("aws:ec2/defaultSubnet:DefaultSubnet", "adopted", { availabilityZone: "us-east-1a" });
  expect(networkOf(preview([adopted])).subnets).toMatchObject([{ inDefaultVpc: true }]);
});
