import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { ProviderExample } from "../../testing/provider-example";

const ASSOCIATION = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";
const SUBNET = "aws:ec2/subnet:Subnet";

let example: ProviderExample;

beforeEach(() => {
  example = new ProviderExample();
});

afterEach(() => {
  example.end();
});

test("a VPC's further range holds subnets, is told by getVpc, and goes once they are gone", async () => {
  const { vpc } = await example.network();
  const further = await example.make(ASSOCIATION, { vpcId: vpc, cidrBlock: "100.64.0.0/16" });
  expect(further).toMatchObject({
    id: expect.stringMatching(/^vpc-cidr-assoc-0[0-9a-f]{16}$/),
    outputs: { vpcId: vpc, cidrBlock: "100.64.0.0/16", region: "us-east-1" },
  });
  const subnet = await example.make(SUBNET, { vpcId: vpc, cidrBlock: "100.64.0.0/20" });
  expect(example.provider.invoke("aws:ec2/getVpc:getVpc", { id: vpc })["cidrBlockAssociations"]).toMatchObject([
    { cidrBlock: "10.0.0.0/16" },
    { associationId: further.id, cidrBlock: "100.64.0.0/16", state: "associated" },
  ]);
  const remove = (type: string, id: string) => example.provider.remove({ type, name: "example" }, id, {});
  await expect(remove(ASSOCIATION, further.id)).rejects.toThrow(`The vpc ${vpc} currently has a subnet within CIDR block 100.64.0.0/16`);
  await remove(SUBNET, subnet.id);
  await remove(ASSOCIATION, further.id);
  await expect(example.make(SUBNET, { vpcId: vpc, cidrBlock: "100.64.0.0/20" })).rejects.toThrow(/^InvalidSubnet.Range/);
});
