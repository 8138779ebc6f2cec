import { describe, expect, test } from "@jest/globals";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LambdaVpc } from "./lambda-vpc";
import type { LambdaVpcArgs } from "./lambda-vpc-args";
import { Network } from "../network/network";
import { AddressConsumer, type NetworkDescription } from "../network/network-args";
import { recordProgram, valueOf } from "../testing/recorded-program";

const { inputsByName, registered, warnings } = recordProgram(({ name }) => ({
  name,
  arn: `arn:${name}`,
  invokeArn: `invoke:${name}`,
  publicIp: "192.0.2.1",
  address: "db.internal",
  ipv6CidrBlock: "2001:db8:1:100::/56",
}));

const code = { runtime: "nodejs22.x", handler: "index.handler", s3Bucket: "code" };
const shop: LambdaVpcArgs & { readonly network: NetworkDescription } = {
  network: { cidrBlock: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1b"], interfaceEndpoints: ["sqs"] },
  sets: { internal: { endpoints: true }, database: { reach: { postgres: { port: 5432, cidr: "10.9.0.0/16" } } }, later: {} },
  functions: { orders: { ...code, set: "internal" }, users: { ...code, set: "internal" }, stock: { ...code, set: "database" } },
};

describe("the whole", () => {
  test("is a network, a group for each set that functions use, and the functions", async () => {
    new LambdaVpc("shop", shop);
    const groups = await inputsByName("SecurityGroup");
    expect(Object.keys(groups).sort()).toEqual(["shop-database", "shop-endpoints", "shop-internal"]);
    expect(groups["shop-internal"]).toMatchObject({ vpcId: "shop-id", egress: [{ fromPort: 443, securityGroups: ["shop-endpoints-id"] }] });
    const subnetIds = ["shop-a-id", "shop-b-id"];
    expect(await inputsByName("Function")).toMatchObject({
      "shop-orders": { vpcConfig: { subnetIds, securityGroupIds: ["shop-internal-id"] } },
      "shop-users": { vpcConfig: { subnetIds, securityGroupIds: ["shop-internal-id"] } },
      "shop-stock": { vpcConfig: { subnetIds, securityGroupIds: ["shop-database-id"] } },
    });
    expect(warnings()).toEqual([]);
  });

  test("hands everything out by the names of its description", async () => {
    const made = new LambdaVpc("shop", { ...shop, network: { ...shop.network, nat: "one" as never, natZone: "us-east-1a" } });
    expect(await valueOf(made.vpcId)).toBe("shop-id");
    expect(await valueOf(made.subnetIds)).toEqual(["shop-a-id", "shop-b-id"]);
    expect(await valueOf(made.securityGroupIds)).toEqual({ internal: "shop-internal-id", database: "shop-database-id" });
    expect(await valueOf(made.functionArns)).toEqual({ orders: "arn:shop-orders", users: "arn:shop-users", stock: "arn:shop-stock" });
    expect(await valueOf(made.functionNames)).toMatchObject({ orders: "shop-orders" });
    expect(await valueOf(made.invokeArns)).toMatchObject({ orders: "invoke:shop-orders" });
    expect(await valueOf(made.natPublicIps)).toEqual(["192.0.2.1"]);
    expect(await valueOf(made.plan)).toMatchObject({
      functions: 3,
      setsInUse: ["database", "internal"],
      combinations: 4,
      addresses: { usable: 502, used: 6, free: 496 },
    });
  });

  test("shares groups that exist, and lets functions use IPv6 where the network has it", async () => {
    const sets = { theirs: { securityGroupIds: pulumi.output(["sg-1", "sg-2"]) } };
    const whole = new LambdaVpc("shop", { network: { ...shop.network, dualStack: true }, sets, functions: { orders: code } });
    expect(await valueOf(whole.securityGroupIds)).toEqual({ theirs: "sg-1" });
    expect(await inputsByName("Function")).toMatchObject({ "shop-orders": { vpcConfig: { ipv6AllowedForDualStack: true } } });
  });

  test("counts an interface of an endpoint a zone, however many subnets that has", async () => {
    const capacity = { changeover: 0, consumers: [{ kind: AddressConsumer.NetworkInterface, count: 10 }] };
    const network = { cidrBlock: "10.0.0.0/16", zones: ["us-east-1a"], subnetPrefix: 28, interfaceEndpoints: ["sqs", "sns"], capacity };
    const { plan } = new LambdaVpc("shop", { network, sets: { internal: {} }, functions: { orders: code } });
    expect(await valueOf(plan)).toMatchObject({ combinations: 2, addresses: { usable: 22, used: 4, free: 18 } });
  });

  test("counts the endpoints' interfaces in adopted subnets, too", async () => {
    const network = { vpcId: "vpc-1", subnetIds: ["subnet-1"], subnetCidrBlocks: ["10.0.0.0/24"], interfaceEndpoints: ["sqs", "sns"] };
    const { plan } = new LambdaVpc("shop", { network, sets: { internal: {} }, functions: { orders: code } });
    expect(await valueOf(plan)).toMatchObject({ combinations: 1, addresses: { usable: 251, used: 3, free: 248 } });
  });

  test("may have no functions yet", async () => {
    const { plan } = new LambdaVpc("shop", { network: shop.network, sets: shop.sets });
    expect(await valueOf(plan)).toMatchObject({ functions: 0, setsInUse: [], combinations: 0 });
  });
});

describe("a network that others use too", () => {
  const sets = { data: { services: ["sqs"], reach: { postgres: { port: 5432, cidr: "10.0.0.0/16" } } } };
  const description = { ...shop.network, gatewayEndpoints: ["s3"], nat: "one" as never, natZone: "us-east-1a", dualStack: true };

  test("is used as it is, and its database can be in the environment of a function", async () => {
    const network = new Network("main", { ...description, capacity: { functions: 40, sets: 1 } });
    const database = new aws.rds.Instance("orders", { instanceClass: "db.t4g.micro", vpcSecurityGroupIds: [network.vpcId] });
    const environment = { variables: { DATABASE: database.address } };
    const made = new LambdaVpc("shop", { existingNetwork: network, sets, functions: { orders: { ...code, environment } } });
    expect(await valueOf(made.vpcId)).toBe("main-id");
    expect(await valueOf(made.subnetIds)).toEqual(["main-a-id", "main-b-id"]);
    expect(await valueOf(made.natPublicIps)).toEqual(["192.0.2.1"]);
    expect(await valueOf(made.plan)).toMatchObject({ combinations: 2, addresses: { usable: 502, used: 4 }, network: { combinations: 2 } });
    expect(Object.keys(await inputsByName("ec2/vpc:Vpc"))).toEqual(["main"]);
    expect((await inputsByName("Function"))["shop-orders"]).toMatchObject({
      environment: { variables: { DATABASE: "db.internal" } },
      vpcConfig: { subnetIds: ["main-a-id", "main-b-id"], ipv6AllowedForDualStack: true },
    });
    expect((await inputsByName("SecurityGroup"))["shop-data"]).toMatchObject({ egress: [{ securityGroups: ["main-endpoints-id"] }, {}] });
    expect(warnings()).toEqual([]);
  });

  test("gives the same functions and groups as its description", async () => {
    const described = new LambdaVpc("shop", { network: description, sets, functions: { orders: code } });
    const apart = new LambdaVpc("shop", { existingNetwork: new Network("shop", description), sets, functions: { orders: code } });
    const [one, other] = [await valueOf(described.plan), await valueOf(apart.plan)];
    expect({ ...one, network: 0, addresses: 0 }).toEqual({ ...other, network: 0, addresses: 0 });
    const [first, second, ...others] = (await registered("aws:lambda/function:Function")).map(({ inputs }) => inputs as object);
    expect({ second, others }).toEqual({ second: first, others: [] });
  });

  test.each<[string, Partial<LambdaVpcArgs>, string]>([
    [
      "more sets than it is planned for",
      { sets: { one: {}, two: {} }, functions: { orders: { ...code, set: "one" }, users: { ...code, set: "two" } } },
      "shop.sets: Functions use 2 sets (one, two), and the capacity of the network provides for 1. Set sets and functions in the capacity of the network to 2 or more.",
    ],
    [
      "a target without a route",
      { sets: { one: { reach: { web: { port: 25, cidr: "0.0.0.0/0" } } } } },
      "shop.sets.one.reach.web: The network has no NAT gateway, so calls to public addresses in 0.0.0.0/0 time out. Set nat of the network, add the services that it is for to interfaceEndpoints of the network and to services of the set, or limit cidr to the VPC.",
    ],
    [
      "a target without a route over IPv6",
      { sets: { one: { reach: { web: { port: 25, ipv6Cidr: "::/0" } } } } },
      "shop.sets.one.reach.web: The network has no route to the internet over IPv6, so calls to ::/0 time out. Set dualStack of the network and egressOnlyInternetGateway of the network to true, or remove ipv6Cidr.",
    ],
    [
      "a service without an endpoint",
      { sets: { one: { services: ["dynamodb"] } }, functions: { orders: code } },
      "shop.sets.one.services: The network has no endpoint of dynamodb. Add dynamodb to gatewayEndpoints of the network, or remove it here.",
    ],
    [
      "a description of another one",
      { network: shop.network },
      "shop.existingNetwork: network describes another one. Remove one of the two.",
    ],
    [
      "less than a network",
      { existingNetwork: { vpcId: "vpc-1", subnetIds: [] } as never },
      "shop.existingNetwork.plan: Expected a value, got undefined. Pass a Network, or its outputs vpcId, subnetIds and plan. If there is none, describe the network with network: { vpcId, subnetIds }.",
    ],
    [
      "a flag that is known only later",
      { existingNetwork: { vpcId: "vpc-1", subnetIds: [], plan: {} as never, dualStack: pulumi.output(true) as never } },
      "shop.existingNetwork.dualStack: Expected true or false, got an Output. The component needs its value while the program runs: pass a plain value.",
    ],
  ])("is not accepted with %s", (_, more, message) => {
    const existingNetwork = new Network("main", { ...shop.network, capacity: { sets: 1 } });
    expect(() => new LambdaVpc("shop", { existingNetwork, sets: { one: {} }, ...more })).toThrow(message);
  });
});

describe("warnings", () => {
  test("name what no set may use", () => {
    new LambdaVpc("shop", { ...shop, network: { ...shop.network, gatewayEndpoints: ["s3"] } });
    expect(warnings()).toEqual([expect.stringContaining("shop.network.gatewayEndpoints: No set may reach s3.")]);
  });
});

describe("versions", () => {
  test("are trimmed by one trimmer for all functions that say how many to keep", async () => {
    const functions = {
      orders: { ...code, set: "internal", keepVersions: 2 },
      users: { ...code, set: "internal", keepVersions: 5 },
      stock: { ...code, set: "database" },
    };
    new LambdaVpc("shop", { ...shop, functions, tags: { stage: "dev" }, region: "eu-west-1" });
    expect(Object.keys(await inputsByName("VersionTrimmer"))).toEqual(["shop-trimmer"]);
    const lambdas = await inputsByName("Function");
    expect(lambdas["shop-trimmer"]).toMatchObject({ tags: { stage: "dev" }, region: "eu-west-1" });
    expect([lambdas["shop-orders"]?.["publish"], lambdas["shop-stock"]?.["publish"]]).toEqual([true, undefined]);
    const invocations = Object.values(await inputsByName("Invocation"));
    expect(invocations.map(({ input }) => (JSON.parse(String(input)) as { keep: number }).keep).sort()).toEqual([2, 5]);
  });

  test("of functions that do not say so are nobody's matter", async () => {
    new LambdaVpc("shop", { ...shop, functions: { orders: { ...code, set: "internal", publish: true } } });
    expect(await inputsByName("VersionTrimmer")).toEqual({});
  });
});

describe("tags", () => {
  test("of all come under those of a function", async () => {
    const functions = { orders: { ...code, set: "internal", tags: { team: "orders" } } };
    new LambdaVpc("shop", { ...shop, functions, tags: { team: "shop", stage: "dev" }, region: "eu-west-1" });
    const tags = { team: "orders", stage: "dev" };
    expect(await inputsByName("Function")).toMatchObject({ "shop-orders": { tags, region: "eu-west-1" } });
    expect(await inputsByName("Role")).toMatchObject({ "shop-orders": { tags } });
    expect(await inputsByName("Subnet")).toMatchObject({ "shop-a": { tags: { team: "shop", Name: "shop-a" } } });
  });
});

describe("mistakes are refused with what is wrong, where, and the fix:", () => {
  test.each<[string, object, string]>([
    ["no network", { network: undefined }, "shop.network: Expected an object, got undefined. Describe a new network, such as {"],
    ["no sets", { sets: undefined }, "shop.sets: Expected an object, got undefined. Describe the sets by name, such as { internal: {} }."],
    ["a list of sets", { sets: [] }, "shop.sets: Expected an object, got a list."],
    ["a set that is undefined", { sets: { internal: undefined } }, "shop.sets.internal: Expected an object, got undefined."],
    [
      "a target that is undefined",
      { sets: { ...shop.sets, later: { reach: { database: undefined } } } },
      "shop.sets.later.reach.database: Expected an object, got undefined.",
    ],
    ["a function that is undefined", { functions: { orders: undefined } }, "shop.functions.orders: Expected an object, got undefined."],
    [
      "a network for a function",
      { functions: { orders: { ...code, set: "later", vpcConfig: {} } } },
      "shop.functions.orders.vpcConfig: The set determines the network. Remove vpcConfig, and set set to the name of a set.",
    ],
    [
      "one name for two functions",
      { functions: { orders: { ...code, set: "later", name: "shop" }, users: { ...code, set: "later", name: "shop" } } },
      "shop.functions.users.name: orders has the same name, shop. Give each function another name.",
    ],
    [
      "gateway endpoints of a network that has none",
      { sets: { ...shop.sets, internal: { gatewayEndpoints: true } } },
      "shop.sets.internal.gatewayEndpoints: The network has no gateway endpoints. Add services to network.gatewayEndpoints, or remove gatewayEndpoints.",
    ],
    [
      "a set that is not there",
      { functions: { orders: { set: "web" } } },
      "shop.functions.orders.set: Unknown set web. Use one of internal, database, later, or add it to sets.",
    ],
    [
      "no set of several",
      { functions: { orders: code } },
      "shop.functions.orders.set: Set it to one of the sets: internal, database, later.",
    ],
    [
      "endpoints of a network that has none",
      { network: { cidrBlock: "10.0.0.0/16", zones: ["us-east-1a"] } },
      "shop.sets.internal.endpoints: The network has no interface endpoints. Add services to network.interfaceEndpoints, or remove endpoints.",
    ],
    [
      "a reach by the name of the rule for endpoints",
      { sets: { ...shop.sets, internal: { endpoints: true, reach: { endpoints: { port: 80, cidr: "10.0.0.0/16" } } } } },
      "shop.sets.internal.reach.endpoints: endpoints: true creates a rule with this name. Rename the rule, or remove one of the two.",
    ],
    [
      "a former name of today's",
      { sets: { ...shop.sets, later: { formerly: "internal" } } },
      "shop.sets.later.formerly: internal still exists. Remove formerly, or remove internal.",
    ],
    [
      "versions to keep of a function that publishes none",
      { functions: { orders: { ...code, set: "internal", publish: false, keepVersions: 2 } } },
      "shop.functions.orders.keepVersions: The function publishes no versions. Set publish: true, or remove this argument.",
    ],
    [
      "no version to keep",
      { functions: { orders: { ...code, set: "internal", keepVersions: 0 } } },
      "shop.functions.orders.keepVersions: Expected a positive integer, got 0. The newest version is always kept.",
    ],
    ["sets that have no room", { network: { ...shop.network, cidrBlock: "10.0.0.0/30" } }, "shop"],
  ])("%s", (_, wrong, says) => {
    expect(() => new LambdaVpc("shop", { ...shop, ...wrong } as LambdaVpcArgs)).toThrow(says);
  });
});

test("the shortest program, which is the one of its documentation, has at most 15 lines", () => {
  const comment = /```ts\n([^]*?)```/.exec(readFileSync(join(__dirname, "lambda-vpc.ts"), "utf8"))?.[1] ?? "";
  const program = comment.replace(/^ \* ?/gm, "").trim();
  expect(program).toMatch(/^import /);
  expect(program.split("\n").length).toBeLessThanOrEqual(15);
});
