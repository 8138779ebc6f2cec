import { describe, expect, test } from "@jest/globals";
import { AddressConsumersExample } from "../../testing/address-consumers-example";
import { freeAddresses } from "../interfaces/address-count";
import { createDbSubnetGroup, deleteDbSubnetGroup } from "./database";
import { releaseAddress } from "./elastic-address";
import { deleteFileSystem } from "./file-system";
import { createLoadBalancer, putLoadBalancer } from "./load-balancer";
import { createNatGateway, updateNatGateway } from "./nat-gateway";
import { deleteNetworkConnector, acquireConnectorInterfaces } from "../lambda/network-connector";
import { networkInterfaceReport } from "../interfaces/network-interface-report";
import { deleteSecurityGroup } from "../vpc/security-group";
import { createVpcEndpoint, putVpcEndpoint } from "./vpc-endpoint";

const here = { region: "us-east-1", tags: {} };

const refusals: readonly { readonly says: string; readonly refusal: RegExp; readonly attempt: (of: AddressConsumersExample) => unknown }[] =
  [
    {
      says: "an application load balancer in a /28, which has eight free addresses",
      refusal: /^InvalidSubnet: .* at least \/27/,
      attempt: () => new AddressConsumersExample(28).loadBalancer("application"),
    },
    {
      says: "an application load balancer where seven addresses are free",
      refusal: /^InvalidSubnet: Not enough IP space available in .* at least 8 free/,
      attempt: (of) => [of.fill(7), of.loadBalancer("application")],
    },
    {
      says: "an application load balancer in one zone",
      refusal: /^ValidationError: At least two subnets/,
      attempt: (of) => of.loadBalancer("application", of.subnets.slice(0, 1)),
    },
    {
      says: "two subnets of a zone for a load balancer",
      refusal: /^InvalidConfigurationRequest: .* same Availability Zone/,
      attempt: (of) => of.loadBalancer("network", [of.subnets[0], of.subnetIn("us-east-1a", "10.0.120.0/28")]),
    },
    {
      says: "two subnets of a zone for an endpoint",
      refusal: /^DuplicateSubnetsInSameZone: /,
      attempt: (of) => of.endpoint("Interface", [of.subnets[0], of.subnetIn("us-east-1a", "10.0.120.0/28")]),
    },
    {
      says: "two mount targets of a file system in a zone",
      refusal: /^MountTargetConflict: .* in this AZ/,
      attempt: (of) => of.mountTarget(of.subnetIn("us-east-1a", "10.0.120.0/28"), of.mountTarget().fileSystemId),
    },
    {
      says: "mount targets of a file system in two VPCs",
      refusal: /^MountTargetConflict: .* same VPC/,
      attempt: (of) => of.mountTarget(of.subnet("10.1.0.0/24", of.vpc("10.1.0.0/16")), of.mountTarget().fileSystemId),
    },
    {
      says: "a mount target in no subnet",
      refusal: /^SubnetNotFound: /,
      attempt: (of) => of.mountTarget("subnet-0"),
    },
    {
      says: "removing a file system with a mount target",
      refusal: /^FileSystemInUse: /,
      attempt: (of) => deleteFileSystem(of.account, of.mountTarget().fileSystemId),
    },
    {
      says: "a group of database subnets in one zone",
      refusal: /^DBSubnetGroupDoesNotCoverEnoughAZs: /,
      attempt: (of) => createDbSubnetGroup(of.account, { ...here, id: "group", subnetIds: of.subnets.slice(0, 1) }),
    },
    {
      says: "removing a group of database subnets in use",
      refusal: /^InvalidDBSubnetGroupStateFault: /,
      attempt: (of) => deleteDbSubnetGroup(of.account, of.database().subnetGroup ?? ""),
    },
    {
      says: "an Elastic IP address for two gateways",
      refusal: /^Resource.AlreadyAssociated: /,
      attempt: (of) => createNatGateway(of.account, of.natGateway().request),
    },
    {
      says: "releasing an Elastic IP address in use",
      refusal: /^InvalidIPAddress.InUse: /,
      attempt: (of) => releaseAddress(of.account, of.natGateway().allocationIds[0] ?? ""),
    },
    {
      says: "removing a group that an endpoint has",
      refusal: /^DependencyViolation: /,
      attempt: (of) => {
        const group = of.group();
        createVpcEndpoint(of.account, { ...of.endpointRequest("Interface", of.subnets), securityGroupIds: [group] });
        deleteSecurityGroup(of.account, group);
      },
    },
    {
      says: "an address of AWS's own",
      refusal: /^InvalidParameterValue: Address 10.0.100.3 /,
      attempt: (of) => createNatGateway(of.account, { ...of.natGateway().request, allocationIds: [], privateIp: "10.0.100.3" }),
    },
    {
      says: "an address that something has",
      refusal: /^InvalidIPAddress.InUse: .* 10.0.100.4$/,
      attempt: (of) => createNatGateway(of.account, { ...of.natGateway().request, allocationIds: [], privateIp: "10.0.100.4" }),
    },
  ];

test.each(refusals)("refuses $says", ({ refusal, attempt }) => {
  expect(() => attempt(new AddressConsumersExample(26))).toThrow(refusal);
});

describe("a change", () => {
  test("moves an endpoint's interfaces, and those that stay keep their addresses", () => {
    const of = new AddressConsumersExample(28);
    const { id } = of.endpoint();
    const [first] = networkInterfaceReport(of.account).filter(({ subnet }) => subnet === of.subnets[0]);
    putVpcEndpoint(of.account, id, of.endpointRequest("Interface", of.subnets.slice(0, 1)));
    expect(of.freeAddresses).toEqual([10, 11]);
    expect(networkInterfaceReport(of.account)).toEqual([first]);
  });

  test("of a load balancer's subnets asks for room in those alone that it was not in", () => {
    const of = new AddressConsumersExample(26);
    const request = of.loadBalancerRequest("application", of.subnets);
    const { id } = createLoadBalancer(of.account, request);
    of.fill(0);
    const third = of.subnetIn("us-east-1c", "10.0.120.0/27");
    putLoadBalancer(of.account, id, { ...request, subnetIds: [...of.subnets, third] });
    expect(freeAddresses(of.account, third)).toBe(26);
  });

  test("of a NAT gateway's secondary addresses keeps its first one", () => {
    const of = new AddressConsumersExample(28);
    const { id, request } = of.natGateway();
    const addresses = () => of.account.tables.ownedInterfaces.where("owner", id).flatMap((one) => one.addresses);
    updateNatGateway(of.account, id, { ...request, secondaryCount: 2 });
    expect(addresses()).toEqual(["10.0.100.4", "10.0.100.5", "10.0.100.6"]);
    updateNatGateway(of.account, id, { ...request, secondaryAddresses: ["10.0.100.6"], secondaryCount: 1 });
    expect(addresses()).toEqual(["10.0.100.4", "10.0.100.6"]);
  });

  test("of a connector that leaves its network as it is takes nothing more", () => {
    const of = new AddressConsumersExample(28);
    const groups = [of.group()];
    const { id, name } = of.connector(groups);
    acquireConnectorInterfaces(of.account, id, name, { subnetIds: of.subnets, securityGroupIds: groups });
    expect(of.freeAddresses).toEqual([10, 10]);
  });

  test("of a connector's network keeps what it had: old versions keep their interfaces", () => {
    const of = new AddressConsumersExample(28);
    const { id, name } = of.connector();
    acquireConnectorInterfaces(of.account, id, name, { subnetIds: of.subnets, securityGroupIds: [of.group()] });
    expect(of.freeAddresses).toEqual([9, 9]);
    deleteNetworkConnector(of.account, id);
    expect(of.freeAddresses).toEqual([11, 11]);
  });
});

test("a database is where most addresses are free", () => {
  const of = new AddressConsumersExample(28);
  of.networkInterface(of.subnets[0], 2);
  expect(of.database().availabilityZone).toBe("us-east-1b");
});
