import { AccountExample } from "./account-example";
import { addressesLeft } from "../account/interfaces/address-count";
import { ec2Refusals } from "../account/interfaces/address-assignment";
import { createDbInstance, createDbSubnetGroup } from "../account/address-consumers/database";
import { allocateAddress } from "../account/address-consumers/elastic-address";
import { createFileSystem, createMountTarget } from "../account/address-consumers/file-system";
import { createLoadBalancer } from "../account/address-consumers/load-balancer";
import { createNatGateway } from "../account/address-consumers/nat-gateway";
import { createNetworkConnector } from "../account/lambda/network-connector";
import { makeInterface } from "../account/interfaces/owned-interface";
import { createSubnet } from "../account/vpc/subnet";
import { createVpcEndpoint } from "../account/address-consumers/vpc-endpoint";

const here = { region: "us-east-1", tags: {} };

/** An account, two subnets of a size in two zones, and short words for what takes addresses of them. */
export class ConsumersExample extends AccountExample {
  readonly subnets: readonly [string, string];
  #named = 0;

  constructor(prefixLength: number, interfacesPerVpc = 500) {
    super({ interfacesPerVpc });
    this.subnets = [this.in("us-east-1a", `10.0.100.0/${prefixLength}`), this.in("us-east-1b", `10.0.110.0/${prefixLength}`)];
  }

  in(availabilityZone: string, cidrBlock: string): string {
    return createSubnet(this.account, { ...here, vpcId: this.vpcId, cidrBlock, availabilityZone, mapPublicIpOnLaunch: false }).id;
  }

  get left(): readonly number[] {
    return this.subnets.map((subnet) => addressesLeft(this.account, subnet));
  }

  name(): string {
    return `thing-${this.#named++}`;
  }

  natGateway(subnetId = this.subnets[0], secondaryCount = 0) {
    const { id } = allocateAddress(this.account, here);
    const request = { ...here, subnetId, allocationIds: [id], privateIp: undefined, secondaryAddresses: [], secondaryCount };
    return { request, ...createNatGateway(this.account, request) };
  }

  endpointOf(type: string, subnetIds: readonly string[]) {
    return { ...here, vpcId: this.vpcId, type, routeTableIds: [], subnetIds, securityGroupIds: [], addresses: new Map<string, string>() };
  }

  endpoint(type = "Interface", subnetIds: readonly string[] = this.subnets) {
    return createVpcEndpoint(this.account, this.endpointOf(type, subnetIds));
  }

  balancerOf(type: string, subnetIds: readonly string[], furtherAddresses = 0) {
    return { ...here, name: this.name(), type, subnetIds, securityGroupIds: [], addresses: new Map<string, string>(), furtherAddresses };
  }

  balancer(type: string, subnetIds: readonly string[] = this.subnets, furtherAddresses = 0) {
    return createLoadBalancer(this.account, this.balancerOf(type, subnetIds, furtherAddresses));
  }

  mountTarget(subnetId = this.subnets[0], fileSystemId = createFileSystem(this.account, here).id) {
    return createMountTarget(this.account, { fileSystemId, subnetId, securityGroupIds: [], ipAddress: undefined });
  }

  database(multiAz = false, availabilityZone: string | undefined = undefined) {
    const subnetGroup = createDbSubnetGroup(this.account, { ...here, id: this.name(), subnetIds: this.subnets }).id;
    const request = { ...here, identifier: this.name(), subnetGroup, availabilityZone, multiAz, securityGroupIds: [] };
    return createDbInstance(this.account, request);
  }

  networkInterface(subnetId = this.subnets[0], count = 1) {
    return makeInterface(this.account, { subnetId, securityGroupIds: [], interfaceType: "interface", description: "", count }, ec2Refusals);
  }

  connector(securityGroupIds: readonly string[] = [this.group()]) {
    return createNetworkConnector(this.account, { ...here, name: this.name() }, { subnetIds: this.subnets, securityGroupIds });
  }

  /** Takes what the subnets have but for `spared` addresses each. */
  fill(spared: number): void {
    for (const subnet of this.subnets) this.networkInterface(subnet, addressesLeft(this.account, subnet) - spared);
  }
}
