import { describe, expect, test } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";
import type { FunctionSetArgs, LambdaVpcArgs } from "./lambda-vpc-args";
import { missingRoutes, unusedParts } from "./unreachable-parts";
import { Nat, type NetworkDescription } from "../network/network-args";
import { factsOfDescription } from "../network/network-facts";

const base: NetworkDescription = { cidrBlock: "10.0.0.0/16", zones: ["us-east-1a"] };
const adopted: NetworkDescription = {
  vpcId: "vpc-1",
  subnetIds: ["subnet-1"],
  subnetCidrBlocks: ["10.0.1.0/24"],
  routeTableIds: ["rtb-1"],
};
const nat = { ...base, nat: Nat.OnePerZone };
const gateway = { ...base, gatewayEndpoints: ["s3", "com.amazonaws.us-east-1.dynamodb"] };
const endpoints = { ...base, interfaceEndpoints: ["sqs"] };
const ipv6 = { ...base, dualStack: true, egressOnlyInternetGateway: true };

/** Both kinds of messages of a description. */
const messages = (args: LambdaVpcArgs): readonly string[] => [
  ...unusedParts("shop", args),
  ...missingRoutes("shop", args, factsOfDescription(args.network ?? {})),
];

/** The arguments that messages name, for a network with one set. */
function warned(network: NetworkDescription, ...sets: readonly FunctionSetArgs[]): readonly string[] {
  const named = Object.fromEntries(sets.map((set, index) => [`set${index}`, set]));
  return messages({ network, sets: named }).map((warning) => warning.slice(0, warning.indexOf(":")));
}

const reach = (target: NonNullable<FunctionSetArgs["reach"]>[string]): FunctionSetArgs => ({ reach: { target } });
const https = { port: 443 };

describe("a part of the network is reported that no set may use:", () => {
  test.each<[string, NetworkDescription, readonly FunctionSetArgs[], readonly string[]]>([
    ["NAT without sets", nat, [], ["shop.network.nat"]],
    ["NAT and a set without targets", nat, [{}], ["shop.network.nat"]],
    ["NAT and a private range", nat, [reach({ ...https, cidr: "10.0.0.0/8" })], ["shop.network.nat"]],
    ["NAT and a security group", nat, [reach({ ...https, securityGroupId: pulumi.output("sg-1") })], ["shop.network.nat"]],
    ["NAT and IPv6", { ...nat, ...ipv6 }, [reach({ ...https, ipv6Cidr: "::/0" })], ["shop.network.nat"]],
    [
      "NAT and a raw rule to the VPC",
      nat,
      [{ egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/16"] }] }],
      ["shop.network.nat"],
    ],
    ["an IPv6 gateway and IPv4", ipv6, [reach({ ...https, cidr: "10.0.0.0/16" })], ["shop.network.egressOnlyInternetGateway"]],
    [
      "gateway endpoints and interface endpoints only",
      { ...gateway, ...endpoints },
      [{ endpoints: true }],
      ["shop.network.gatewayEndpoints"],
    ],
    [
      "gateway endpoints and another port",
      { ...nat, ...gateway },
      [reach({ port: 25, cidr: "0.0.0.0/0" })],
      ["shop.network.gatewayEndpoints"],
    ],
    [
      "gateway endpoints and UDP",
      { ...nat, ...gateway },
      [reach({ ...https, protocol: "udp", cidr: "0.0.0.0/0" })],
      ["shop.network.gatewayEndpoints"],
    ],
    ["one of two gateway endpoints", gateway, [{ services: ["s3"] }], ["shop.network.gatewayEndpoints"]],
    ["gateway endpoints of adopted subnets", { ...adopted, gatewayEndpoints: ["s3"] }, [{}], ["shop.network.gatewayEndpoints"]],
    ["interface endpoints and another range", endpoints, [reach({ ...https, cidr: "10.9.0.0/16" })], ["shop.network.interfaceEndpoints"]],
    ["interface endpoints and a group", endpoints, [reach({ ...https, securityGroupId: "sg-1" })], ["shop.network.interfaceEndpoints"]],
    ["interface endpoints of adopted subnets", { ...adopted, interfaceEndpoints: ["sqs"] }, [{}], ["shop.network.interfaceEndpoints"]],
  ])("%s", (_, network, sets, expected) => {
    expect(warned(network, ...sets)).toEqual(expected);
  });
});

describe("nothing is reported that a set may use:", () => {
  const anything = { egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] };
  test.each<[string, NetworkDescription, readonly FunctionSetArgs[]]>([
    ["NAT and the internet", nat, [{}, reach({ ...https, cidr: "0.0.0.0/0" })]],
    ["NAT and a partner", nat, [reach({ port: 22, cidr: "192.0.2.0/24" })]],
    ["NAT and an unknown range", nat, [reach({ ...https, cidr: pulumi.output("10.0.0.0/8") })]],
    ["NAT and a text that is no range", nat, [reach({ ...https, cidr: "everywhere" })]],
    ["NAT and a prefix list", nat, [reach({ ...https, prefixListId: "pl-1" })]],
    ["NAT and existing groups", nat, [{ securityGroupIds: ["sg-1"] }]],
    ["NAT and unknown rules", nat, [{ egress: pulumi.output([]) }]],
    ["NAT and an unknown rule", nat, [{ egress: [pulumi.output({ protocol: "-1", fromPort: 0, toPort: 0 })] }]],
    ["NAT and a raw rule", nat, [anything]],
    ["an IPv6 gateway and the internet", ipv6, [reach({ ...https, ipv6Cidr: "::/0" })]],
    ["gateway endpoints in a set", gateway, [{}, { gatewayEndpoints: true }]],
    ["gateway endpoints and a prefix list", gateway, [reach({ ...https, prefixListId: pulumi.output("pl-1") })]],
    ["gateway endpoints and all addresses, without NAT", gateway, [reach({ ...https, cidr: "0.0.0.0/0" })]],
    ["gateway endpoints and all ports", gateway, [reach({ protocol: "-1", cidr: "0.0.0.0/0" })]],
    ["gateway endpoints and a range of ports", gateway, [reach({ port: 80, toPort: 443, cidr: "0.0.0.0/0" })]],
    ["gateway endpoints and an unknown port", gateway, [reach({ port: pulumi.output(443), cidr: "0.0.0.0/0" })]],
    ["a service by its name", gateway, [{ services: ["s3", "dynamodb"] }]],
    ["a service by its full name", { ...base, gatewayEndpoints: ["s3"] }, [{ services: ["com.amazonaws.us-east-1.s3"] }]],
    ["one of several interface endpoints, which share a group", { ...base, interfaceEndpoints: ["sqs", "sns"] }, [{ services: ["sqs"] }]],
    ["interface endpoints in a set", endpoints, [{ endpoints: true }]],
    ["interface endpoints and the range of the VPC", endpoints, [reach({ ...https, cidr: "10.0.0.0/8" })]],
    ["interface endpoints and all addresses, without NAT", endpoints, [reach({ ...https, cidr: "0.0.0.0/0" })]],
    ["a private range outside the VPC", base, [reach({ ...https, cidr: "10.9.0.0/16" })]],
    ["the internet from adopted subnets", adopted, [reach({ ...https, cidr: "0.0.0.0/0" })]],
  ])("%s", (_, network, sets) => {
    expect(warned(network, ...sets)).toEqual([]);
  });
});

describe("a target is reported that the network has no route to:", () => {
  test.each<[string, NetworkDescription, FunctionSetArgs]>([
    ["the internet without NAT", base, reach({ ...https, cidr: "0.0.0.0/0" })],
    ["a partner without NAT, next to interface endpoints", endpoints, { endpoints: true, ...reach({ ...https, cidr: "192.0.2.0/24" }) }],
    ["mail without NAT, next to gateway endpoints", gateway, { gatewayEndpoints: true, ...reach({ port: 25, cidr: "0.0.0.0/0" }) }],
    ["the internet over IPv6 without a gateway", { ...base, dualStack: true }, reach({ ...https, ipv6Cidr: "::/0" })],
  ])("%s", (_, network, set) => {
    expect(warned(network, set)).toEqual(["shop.sets.set0.reach.target"]);
  });
});

test("a warning states the way out", () => {
  expect(messages({ network: { ...nat, gatewayEndpoints: ["s3"], interfaceEndpoints: ["sqs", "sns"] }, sets: { internal: {} } })).toEqual([
    'shop.network.nat: No set may reach the internet, so no function uses the NAT gateways. Add a public target to the reach of a set, such as { port: 443, cidr: "0.0.0.0/0" }, or remove nat.',
    "shop.network.gatewayEndpoints: No set may reach s3. Add it to the services of the sets that call it, or remove it from the network.",
    "shop.network.interfaceEndpoints: No set may reach sqs, sns. Add it to the services of the sets that call it, or remove it from the network.",
  ]);
});
