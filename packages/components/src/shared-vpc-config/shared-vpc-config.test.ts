import { describe, expect, test } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";
import { SharedVpcConfig, type SharedVpcConfigArgs } from "./shared-vpc-config";
import { recordProgram, valueOf } from "../testing/recorded-program";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";

const { registered } = recordProgram();
const groupsMade = () => registered(GROUP);

function ids(prefix: string, count: number): pulumi.Input<string>[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
}

const two = [pulumi.output("subnet-a"), "subnet-b"];

describe("a group is made where none is given", () => {
  test("in the VPC, with what it lets out and its tags, and the functions get its id", async () => {
    const egress = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }];
    const { vpcConfig } = new SharedVpcConfig("shared", { vpcId: "vpc-1", subnetIds: two, egress, tags: { team: "shop" } });
    expect(await valueOf(vpcConfig)).toEqual({ subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["shared-id"] });
    expect(await groupsMade()).toMatchObject([{ name: "shared", inputs: { vpcId: "vpc-1", egress, tags: { team: "shop" } } }]);
  });

  test("letting nothing out where nothing is said", async () => {
    await valueOf(new SharedVpcConfig("shared", { vpcId: "vpc-1", subnetIds: two }).vpcConfig);
    const [group] = await groupsMade();
    expect(Object.keys(group?.inputs ?? {}).sort()).toEqual(["description", "vpcId"]);
  });
});

test("no group and no rule are made where nothing uses the id, whatever is passed on", async () => {
  const reach = { orders: { port: 5432, securityGroupId: "sg-database", openTarget: true } };
  const { vpcConfig } = new SharedVpcConfig("shared", { vpcId: "vpc-1", subnetIds: two, reach });
  expect(await valueOf({ ...vpcConfig, securityGroupIds: [] })).toMatchObject({ subnetIds: ["subnet-a", "subnet-b"] });
  expect(await groupsMade()).toEqual([]);
  expect(await registered("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")).toEqual([]);
});

describe("what functions may reach", () => {
  const reach = {
    orders: { port: 5432, securityGroupId: "sg-database", openTarget: true },
    web: { port: 443, cidr: "0.0.0.0/0" },
  };

  test("is all that the group lets out, beside raw rules", async () => {
    const egress = [{ protocol: "udp", fromPort: 53, toPort: 53, cidrBlocks: ["10.0.0.2/32"] }];
    await valueOf(new SharedVpcConfig("shared", { vpcId: "vpc-1", subnetIds: two, reach, egress }).vpcConfig);
    const [group] = await groupsMade();
    expect(group?.inputs["egress"]).toMatchObject([{ securityGroups: ["sg-database"] }, { cidrBlocks: ["0.0.0.0/0"] }, egress[0]]);
    expect(group?.inputs).not.toHaveProperty("ingress");
  });

  test("lets the functions in where asked, by a rule named after the reach", async () => {
    const args = { vpcId: "vpc-1", subnetIds: two, reach, tags: { team: "shop" }, region: "eu-west-1" };
    await valueOf(new SharedVpcConfig("shared", args).vpcConfig);
    expect(await registered("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")).toMatchObject([
      {
        name: "shared-orders",
        inputs: { securityGroupId: "sg-database", referencedSecurityGroupId: "shared-id", tags: { team: "shop" }, region: "eu-west-1" },
      },
    ]);
  });
});

test("it registers under the token that sources and schema know it by, with what it was given", async () => {
  new SharedVpcConfig("shared", { vpcId: "vpc-1", subnetIds: two });
  const [component] = await registered("lambda-vpc:index:SharedVpcConfig");
  expect(component).toMatchObject({ name: "shared", inputs: { vpcId: "vpc-1", subnetIds: ["subnet-a", "subnet-b"] } });
});

describe("existing groups are shared as they are", () => {
  test("and no group is made, even where a VPC is given", async () => {
    const { vpcConfig } = new SharedVpcConfig("shared", { vpcId: "vpc-1", subnetIds: two, securityGroupIds: ["sg-1", "sg-2"] });
    expect(await valueOf(vpcConfig.securityGroupIds)).toEqual(["sg-1", "sg-2"]);
    expect(await groupsMade()).toEqual([]);
  });
});

describe("lists", () => {
  test("that are given element by element stay so: each element is an output of its own", () => {
    const { vpcConfig } = new SharedVpcConfig("shared", { vpcId: "vpc-1", subnetIds: two });
    for (const list of [vpcConfig.subnetIds, vpcConfig.securityGroupIds]) {
      if (!Array.isArray(list)) throw new Error("the list hides its elements");
      expect(list.every((element) => pulumi.Output.isInstance(element))).toBe(true);
    }
    expect(vpcConfig.subnetIds).toHaveLength(2);
  });

  test("that are one output stay one output with the same elements", async () => {
    const { vpcConfig } = new SharedVpcConfig("shared", { subnetIds: pulumi.output(two), securityGroupIds: pulumi.output(["sg-1"]) });
    expect(Array.isArray(vpcConfig.subnetIds)).toBe(false);
    expect(await valueOf(vpcConfig)).toEqual({ subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["sg-1"] });
    expect(await groupsMade()).toEqual([]);
  });

  test("may be as long as Lambda takes them: 16 subnets, 5 groups", () => {
    const { vpcConfig } = new SharedVpcConfig("shared", { subnetIds: ids("subnet", 16), securityGroupIds: ids("sg", 5) });
    expect([vpcConfig.subnetIds, vpcConfig.securityGroupIds].map((list) => Array.isArray(list) && list.length)).toEqual([16, 5]);
  });
});

describe("mistakes are refused with what is wrong, where, and the fix", () => {
  const mistakes: readonly { sentence: string; args: SharedVpcConfigArgs; says: string }[] = [
    {
      sentence: "neither groups nor a VPC",
      args: { subnetIds: two },
      says: 'SharedVpcConfig "shared": Set securityGroupIds to share existing groups, or vpcId to create one.',
    },
    {
      sentence: "six groups",
      args: { subnetIds: two, securityGroupIds: ids("sg", 6) },
      says: "shared.securityGroupIds: Expected 1 to 5 elements, got 6.",
    },
    {
      sentence: "seventeen subnets",
      args: { vpcId: "vpc-1", subnetIds: ids("subnet", 17) },
      says: "shared.subnetIds: Expected 1 to 16 elements, got 17.",
    },
    {
      sentence: "something to reach through existing groups",
      args: { subnetIds: two, securityGroupIds: ["sg-1"], reach: {} },
      says: 'SharedVpcConfig "shared": reach applies to a created group only. Add the rules to your groups and remove reach, or remove securityGroupIds.',
    },
    {
      sentence: "roles next to existing groups",
      args: { subnetIds: two, securityGroupIds: ["sg-1"], roles: [] },
      says: 'SharedVpcConfig "shared": roles applies to a created group only. Remove roles, and let your groups depend on the roles of their functions, or remove securityGroupIds.',
    },
    {
      sentence: "a role that is undefined",
      args: { vpcId: "vpc-1", subnetIds: two, roles: [undefined as never] },
      says: "shared.roles[0]: Expected an object, got undefined.",
    },
    {
      sentence: "a reach that names nobody",
      args: { vpcId: "vpc-1", subnetIds: two, reach: { orders: { port: 5432 } } },
      says: "shared.reach.orders: Set exactly one of securityGroupId, cidr, ipv6Cidr, prefixListId, not none.",
    },
    {
      sentence: "a target that is undefined",
      args: { vpcId: "vpc-1", subnetIds: two, reach: { orders: undefined as never } },
      says: "shared.reach.orders: Expected an object, got undefined.",
    },
    {
      sentence: "an empty id of a VPC",
      args: { vpcId: "", subnetIds: two },
      says: 'shared.vpcId: Expected an id, got "".',
    },
    {
      sentence: "one id for a list",
      args: { vpcId: "vpc-1", subnetIds: "subnet-a" as never },
      says: 'shared.subnetIds: Expected a list of ids, got "subnet-a".',
    },
    { sentence: "no subnet", args: { vpcId: "vpc-1", subnetIds: [] }, says: "shared.subnetIds: Expected 1 to 16 elements, got 0." },
    {
      sentence: "an empty list of groups",
      args: { subnetIds: two, securityGroupIds: [] },
      says: "shared.securityGroupIds: Expected 1 to 5 elements, got 0.",
    },
  ];

  test.each(mistakes)("$sentence", ({ args, says }) => {
    const construct = (): SharedVpcConfig => new SharedVpcConfig("shared", args);
    expect(construct).toThrow(pulumi.RunError);
    expect(construct).toThrow(says);
  });
});
