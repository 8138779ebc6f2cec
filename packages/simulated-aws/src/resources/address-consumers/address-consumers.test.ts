import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { containsUnknown, type Properties, UNKNOWN as U } from "../../property/value";
import type { Provider } from "../../provider/provider";
import { addressOf, ProviderExample } from "../../testing/provider-example";

let example: ProviderExample;
let provider: Provider;
let network: Awaited<ReturnType<ProviderExample["network"]>>;

beforeEach(async () => {
  example = new ProviderExample();
  provider = example.provider;
  network = await example.network();
});

afterEach(() => {
  example.end();
});

interface Row {
  readonly type: string;
  readonly says?: string;
  readonly inputs: () => Promise<Properties> | Properties;
  /** What a preview of it shows. */
  readonly planned: Properties;
  /** What is known of it once it is there. */
  readonly settled: () => object;
}

const rows: readonly Row[] = [
  {
    type: "aws:ec2/eip:Eip",
    inputs: () => ({ domain: "vpc" }),
    planned: { domain: "vpc", allocationId: U, publicIp: U, networkInterface: U },
    settled: () => ({
      id: expect.stringMatching(/^eipalloc-0[0-9a-f]{16}$/),
      publicIp: expect.stringMatching(/^198\.1[89]\./),
      domain: "vpc",
    }),
  },
  {
    type: "aws:ec2/natGateway:NatGateway",
    inputs: async () => ({ subnetId: network.subnets[0], allocationId: (await example.make("aws:ec2/eip:Eip", {})).id }),
    planned: { connectivityType: "public", privateIp: U, secondaryAllocationIds: null, secondaryPrivateIpAddressCount: U, publicIp: U },
    settled: () => ({
      id: expect.stringMatching(/^nat-0/),
      privateIp: "10.0.0.4",
      publicIp: expect.stringMatching(/^198\./),
      networkInterfaceId: expect.stringMatching(/^eni-0/),
      secondaryPrivateIpAddressCount: 0,
    }),
  },
  {
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    says: "interface",
    inputs: () => ({
      vpcId: network.vpc,
      vpcEndpointType: "Interface",
      serviceName: "com.amazonaws.us-east-1.sqs",
      subnetIds: [...network.subnets],
      securityGroupIds: [network.group],
    }),
    planned: { vpcEndpointType: "Interface", networkInterfaceIds: U, routeTableIds: U, subnetConfigurations: U, state: U },
    settled: () => ({
      id: expect.stringMatching(/^vpce-0/),
      networkInterfaceIds: [expect.anything(), expect.anything()],
      subnetIds: [...network.subnets].sort(),
      securityGroupIds: [network.group],
      state: "available",
    }),
  },
  {
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    says: "gateway",
    inputs: () => ({ vpcId: network.vpc, serviceName: "com.amazonaws.us-east-1.s3" }),
    planned: { vpcEndpointType: "Gateway", subnetIds: U, securityGroupIds: U },
    settled: () => ({
      networkInterfaceIds: [],
      subnetIds: [],
      securityGroupIds: [],
      prefixListId: provider.invoke("aws:ec2/getPrefixList:getPrefixList", { name: "com.amazonaws.us-east-1.s3" })["id"],
    }),
  },
  {
    type: "aws:lb/loadBalancer:LoadBalancer",
    says: "application",
    inputs: () => ({ subnets: [...network.subnets], securityGroups: [network.group], internal: true }),
    planned: { loadBalancerType: "application", subnetMappings: U, internal: true, idleTimeout: 60, arn: U, vpcId: U },
    settled: () => ({
      vpcId: network.vpc,
      subnets: [...network.subnets].sort(),
      securityGroups: [network.group],
      subnetMappings: { length: 2 },
    }),
  },
  {
    type: "aws:alb/loadBalancer:LoadBalancer",
    says: "network",
    inputs: () => ({
      loadBalancerType: "network",
      internal: true,
      subnetMappings: [{ subnetId: network.subnets[0], privateIpv4Address: "10.0.0.9" }],
    }),
    planned: { loadBalancerType: "network", subnets: U, securityGroups: U },
    settled: () => ({ subnets: [network.subnets[0]], subnetMappings: [{ privateIpv4Address: "10.0.0.9" }], securityGroups: [] }),
  },
  {
    type: "aws:efs/fileSystem:FileSystem",
    inputs: () => ({ encrypted: true, tags: { Name: "files" } }),
    planned: { throughputMode: "bursting", encrypted: true, creationToken: U, numberOfMountTargets: U },
    settled: () => ({ id: expect.stringMatching(/^fs-0/), name: "files", numberOfMountTargets: 0, encrypted: true }),
  },
  {
    type: "aws:efs/mountTarget:MountTarget",
    inputs: async () => ({ fileSystemId: (await example.make("aws:efs/fileSystem:FileSystem", {})).id, subnetId: network.subnets[1] }),
    planned: { ipAddress: U, networkInterfaceId: U, securityGroups: U, availabilityZoneName: U },
    settled: () => ({ id: expect.stringMatching(/^fsmt-0/), ipAddress: "10.0.1.4", availabilityZoneName: "us-east-1b" }),
  },
  {
    type: "aws:rds/subnetGroup:SubnetGroup",
    inputs: () => ({ subnetIds: [...network.subnets] }),
    planned: { description: "Managed by Pulumi", vpcId: U, arn: U },
    settled: () => ({ name: expect.stringMatching(/^example-[0-9a-f]{7}$/), vpcId: network.vpc, subnetIds: [...network.subnets].sort() }),
  },
  {
    type: "aws:rds/instance:Instance",
    inputs: async () => ({
      instanceClass: "db.t4g.micro",
      engine: "Postgres",
      allocatedStorage: 20,
      skipFinalSnapshot: true,
      dbSubnetGroupName: (await example.make("aws:rds/subnetGroup:SubnetGroup", { subnetIds: [...network.subnets] })).id,
    }),
    planned: { engine: "postgres", identifier: U, availabilityZone: U, multiAz: U, vpcSecurityGroupIds: U },
    settled: () => ({ id: expect.stringMatching(/^db-[0-9A-F]{26}$/), port: 5432, multiAz: false, vpcSecurityGroupIds: { length: 1 } }),
  },
  {
    type: "aws:rds/instance:Instance",
    says: "with a password that RDS manages",
    inputs: () => ({
      instanceClass: "db.t4g.micro",
      engine: "postgres",
      allocatedStorage: 20,
      skipFinalSnapshot: true,
      manageMasterUserPassword: true,
    }),
    planned: { masterUserSecrets: U },
    settled: () => ({
      masterUserSecrets: [
        { secretArn: expect.stringMatching(/^arn:aws:secretsmanager:us-east-1:\d{12}:secret:rds!db-/), secretStatus: "active" },
      ],
    }),
  },
  {
    type: "aws:ec2/networkInterface:NetworkInterface",
    inputs: () => ({ subnetId: network.subnets[0], privateIpsCount: 2, securityGroups: [network.group] }),
    planned: { privateIps: U, privateIp: U, privateIpsCount: 2, sourceDestCheck: true, interfaceType: U },
    settled: () => ({ privateIp: "10.0.0.4", privateIps: ["10.0.0.4", "10.0.0.5", "10.0.0.6"], interfaceType: "interface" }),
  },
  {
    type: "aws:lambda/coreNetworkConnector:CoreNetworkConnector",
    inputs: () => ({
      operatorRole: "arn:aws:iam::123456789012:role/operator",
      configuration: {
        vpcEgressConfiguration: {
          associatedComputeResourceTypes: ["MicroVm"],
          subnetIds: [...network.subnets],
          securityGroupIds: [network.group],
        },
      },
    }),
    planned: { arn: U, id: U },
    settled: () => ({ arn: expect.stringMatching(/^arn:aws:lambda:us-east-1:123456789012:network-connector:example-/) }),
  },
  {
    type: "aws:lambda/capacityProvider:CapacityProvider",
    inputs: () => ({
      permissionsConfig: { capacityProviderOperatorRoleArn: "arn:aws:iam::123456789012:role/operator" },
      vpcConfig: { subnetIds: [...network.subnets], securityGroupIds: [network.group] },
    }),
    planned: { arn: U, tagsAll: {}, instanceRequirements: U },
    settled: () => ({ arn: expect.stringMatching(/:capacity-provider:example-/), tagsAll: {} }),
  },
  {
    type: "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
    inputs: () => ({ vpcId: network.vpc }),
    planned: { id: U },
    settled: () => ({ id: expect.stringMatching(/^eigw-0/), vpcId: network.vpc }),
  },
];

describe.each(rows.map((row) => ({ title: [row.type, row.says ?? ""].join(" ").trim(), ...row })))(
  "$title",
  ({ type, inputs, planned, settled }) => {
    test("is planned with what AWS decides unknown, and settled with it known", async () => {
      const news = await inputs();
      expect(example.preview(type, news)).toMatchObject(planned);
      const { id, outputs } = await example.make(type, news);
      expect(outputs).toMatchObject({ id, region: "us-east-1", ...settled() });
      expect(containsUnknown(outputs)).toBe(false);
    });

    test("shows no difference to itself, reads as it was made, and goes", async () => {
      const news = await inputs();
      const made = await example.make(type, news);
      const again = example.check(type, news, made.inputs);
      expect(again).toEqual({ inputs: made.inputs, failures: [] });
      expect(provider.diff(addressOf(type), again.inputs, made.outputs)).toEqual([]);
      expect(provider.read(addressOf(type), made.id, made.inputs, made.outputs)).toEqual({ inputs: made.inputs, outputs: made.outputs });
      await provider.update(addressOf(type), made.id, again.inputs, made.outputs);
      expect(provider.read(addressOf(type), made.id, made.inputs, made.outputs)).toEqual({ inputs: made.inputs, outputs: made.outputs });
      await provider.remove(addressOf(type), made.id, made.outputs);
      expect(provider.read(addressOf(type), made.id, made.inputs, made.outputs)).toBeUndefined();
    });

    test("is told by its id alone", async () => {
      const { id } = await example.make(type, await inputs());
      expect(provider.read(addressOf(type), id, {}, {})?.outputs).toMatchObject({ id, region: "us-east-1" });
    });

    test("that came through an older account, which knew nothing of it, goes without a word", async () => {
      await expect(provider.remove(addressOf(type), "sim-0123456789abcdef0", {})).resolves.toBeUndefined();
    });
  },
);

test("a load balancer takes subnets in one of two ways", () => {
  expect(example.check("aws:lb/loadBalancer:LoadBalancer", {}).failures).toEqual([expect.objectContaining({ path: "subnets" })]);
});
