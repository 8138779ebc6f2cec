import { describe, expect, test } from "@jest/globals";
import { AddressConsumersExample } from "../../testing/address-consumers-example";
import { deleteDbInstance } from "./database";
import { deleteMountTarget } from "./file-system";
import { deleteLoadBalancer } from "./load-balancer";
import { deleteNatGateway } from "./nat-gateway";
import { createCapacityProvider, deleteNetworkConnector } from "../lambda/network-connector";
import { networkInterfaceReport } from "../interfaces/network-interface-report";
import { deleteSubnet } from "../vpc/subnet";
import { deleteVpcEndpoint } from "./vpc-endpoint";

const here = { region: "us-east-1", tags: {} };

/** What each kind takes of two subnets, and its error when no address is free. */
const kinds: readonly {
  readonly kind: string;
  readonly takes: readonly [number, number];
  readonly make: (of: AddressConsumersExample) => { readonly id: string };
  readonly remove: (of: AddressConsumersExample, id: string) => void;
  readonly refusal: string;
  readonly interfaceType?: string;
}[] = [
  {
    kind: "a NAT gateway",
    takes: [1, 0],
    make: (of) => of.natGateway(),
    remove: (of, id) => deleteNatGateway(of.account, id),
    refusal: "InsufficientFreeAddressesInSubnet",
    interfaceType: "natGateway",
  },
  {
    kind: "a NAT gateway with two secondary addresses",
    takes: [3, 0],
    make: (of) => of.natGateway(of.subnets[0], 2),
    remove: (of, id) => deleteNatGateway(of.account, id),
    refusal: "InsufficientFreeAddressesInSubnet",
    interfaceType: "natGateway",
  },
  {
    kind: "an interface endpoint",
    takes: [1, 1],
    make: (of) => of.endpoint(),
    remove: (of, id) => deleteVpcEndpoint(of.account, id),
    refusal: "InsufficientFreeAddressesInSubnet",
    interfaceType: "vpc_endpoint",
  },
  {
    kind: "a Gateway Load Balancer endpoint",
    takes: [1, 0],
    make: (of) => of.endpoint("GatewayLoadBalancer", of.subnets.slice(0, 1)),
    remove: (of, id) => deleteVpcEndpoint(of.account, id),
    refusal: "InsufficientFreeAddressesInSubnet",
    interfaceType: "gateway_load_balancer_endpoint",
  },
  {
    kind: "an application load balancer",
    takes: [1, 1],
    make: (of) => of.loadBalancer("application"),
    remove: (of, id) => deleteLoadBalancer(of.account, id),
    refusal: "InvalidSubnet",
    interfaceType: "interface",
  },
  {
    kind: "a network load balancer",
    takes: [1, 1],
    make: (of) => of.loadBalancer("network"),
    remove: (of, id) => deleteLoadBalancer(of.account, id),
    refusal: "InvalidSubnet",
    interfaceType: "network_load_balancer",
  },
  {
    kind: "a network load balancer with three further addresses",
    takes: [4, 0],
    make: (of) => of.loadBalancer("network", of.subnets.slice(0, 1), 3),
    remove: (of, id) => deleteLoadBalancer(of.account, id),
    refusal: "InvalidSubnet",
    interfaceType: "network_load_balancer",
  },
  {
    kind: "a gateway load balancer",
    takes: [1, 1],
    make: (of) => of.loadBalancer("gateway"),
    remove: (of, id) => deleteLoadBalancer(of.account, id),
    refusal: "InvalidSubnet",
    interfaceType: "gateway_load_balancer",
  },
  {
    kind: "a mount target",
    takes: [1, 0],
    make: (of) => of.mountTarget(),
    remove: (of, id) => deleteMountTarget(of.account, id),
    refusal: "NoFreeAddressesInSubnet",
    interfaceType: "interface",
  },
  {
    kind: "a database in one zone",
    takes: [1, 0],
    make: (of) => of.database(false, "us-east-1a"),
    remove: (of, id) => deleteDbInstance(of.account, id),
    refusal: "incompatible-network",
    interfaceType: "interface",
  },
  {
    kind: "a database with a standby",
    takes: [1, 1],
    make: (of) => of.database(true),
    remove: (of, id) => deleteDbInstance(of.account, id),
    refusal: "incompatible-network",
    interfaceType: "interface",
  },
  {
    kind: "a network interface of two addresses",
    takes: [2, 0],
    make: (of) => of.networkInterface(of.subnets[0], 2),
    remove: (of, id) => of.account.tables.ownedInterfaces.remove(id),
    refusal: "InsufficientFreeAddressesInSubnet",
    interfaceType: "interface",
  },
  {
    kind: "a network connector",
    takes: [1, 1],
    make: (of) => of.connector(),
    remove: (of, id) => deleteNetworkConnector(of.account, id),
    refusal: "SubnetOutOfIPAddresses",
    interfaceType: "interface",
  },
];

describe.each(kinds)("$kind", ({ takes, make, remove, refusal, interfaceType }) => {
  test("takes its addresses and gives them back", () => {
    const of = new AddressConsumersExample(26);
    const before = of.freeAddresses;
    const { id } = make(of);
    expect(before.map((left, index) => left - (of.freeAddresses[index] ?? 0))).toEqual(takes);
    remove(of, id);
    expect(of.freeAddresses).toEqual(before);
  });

  test("is shown with its interfaces, of its type", () => {
    const of = new AddressConsumersExample(26);
    const { id } = make(of);
    const own = networkInterfaceReport(of.account).filter(({ heldBy }) => heldBy.includes(id));
    expect(own).toHaveLength(takes.filter((addresses) => addresses > 0).length);
    expect(new Set(own.map((one) => one.interfaceType))).toEqual(new Set([interfaceType]));
    expect(own.every(({ orphaned }) => !orphaned)).toBe(true);
  });

  test("keeps its subnet from going", () => {
    const of = new AddressConsumersExample(26);
    make(of);
    expect(() => deleteSubnet(of.account, of.subnets[0])).toThrow(/^DependencyViolation: /);
  });

  test("fails where addresses are short by one, and leaves nothing behind", () => {
    const of = new AddressConsumersExample(26);
    of.fill(Math.max(...takes) - 1);
    const before = networkInterfaceReport(of.account);
    expect(() => of.account.transact(() => make(of))).toThrow(new RegExp(`^${refusal}: `));
    expect(networkInterfaceReport(of.account)).toEqual(before);
  });
});

test("gateway endpoints and capacity providers take no address", () => {
  const of = new AddressConsumersExample(28);
  const before = of.freeAddresses;
  of.endpoint("Gateway", []);
  createCapacityProvider(of.account, { ...here, id: "instances" }, { subnetIds: of.subnets, securityGroupIds: [of.group()] });
  expect(of.freeAddresses).toEqual(before);
});

describe("a /28 with nine combinations, one mount target and one interface endpoint", () => {
  const full = () => {
    const of = new AddressConsumersExample(28);
    const [subnet] = of.subnets;
    for (let made = 0; made < 9; made++) of.lambda(`f${made}`, [subnet], [of.group()]);
    const [target, endpoint] = [of.mountTarget(), of.endpoint("Interface", [subnet])];
    return { of, subnet, target, endpoint };
  };

  test("is full: eleven of eleven", () => {
    expect(full().of.freeAddresses[0]).toBe(0);
  });

  test("has no room for a tenth set", () => {
    const { of, subnet } = full();
    expect(() => of.lambda("f9", [subnet], [of.group()])).toThrow(/^SubnetOutOfIPAddresses: /);
  });

  test.each(["target", "endpoint"] as const)("has room for a tenth set once the %s has gone", (which) => {
    const { of, subnet, ...others } = full();
    if (which === "target") deleteMountTarget(of.account, others.target.id);
    else deleteVpcEndpoint(of.account, others.endpoint.id);
    expect(of.lambda("f9", [subnet], [of.group()]).interfacesCreated).toBe(1);
  });
});

describe("the quota of a VPC", () => {
  test("is shared by functions and mount targets, and by nothing else", () => {
    const of = new AddressConsumersExample(26, 2);
    of.endpoint();
    of.connector();
    of.mountTarget();
    of.lambda("one", [of.subnets[0]], [of.group()]);
    expect(() => of.lambda("two", [of.subnets[0]], [of.group()])).toThrow(/^EniLimitExceeded: /);
    expect(() => of.mountTarget()).toThrow(/^NetworkInterfaceLimitExceeded: /);
  });
});
