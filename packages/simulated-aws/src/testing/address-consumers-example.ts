import { AccountExample } from "./account-example";
import { freeAddresses } from "../account/interfaces/address-count";
import { ec2AddressErrors } from "../account/interfaces/address-assignment";
import { createDbInstance, createDbSubnetGroup } from "../account/address-consumers/database";
import { allocateAddress } from "../account/address-consumers/elastic-address";
import { createFileSystem, createMountTarget } from "../account/address-consumers/file-system";
import { createLoadBalancer } from "../account/address-consumers/load-balancer";
import { createNatGateway } from "../account/address-consumers/nat-gateway";
import { createNetworkConnector } from "../account/lambda/network-connector";
import { createInterface } from "../account/interfaces/owned-interface";
import { createSubnet } from "../account/vpc/subnet";
import { createVpcEndpoint } from "../account/address-consumers/vpc-endpoint";

const regional = { region: "us-east-1", tags: {} };

/** An account with two subnets of equal size in two zones, and shorthands for address consumers. */
export class AddressConsumersExample extends AccountExample {
  readonly subnets: readonly [string, string];
  #names = 0;

  constructor(prefixLength: number, interfacesPerVpc = 500) {
    super({ interfacesPerVpc });
    this.subnets = [this.subnetIn("us-east-1a", `10.0.100.0/${prefixLength}`), this.subnetIn("us-east-1b", `10.0.110.0/${prefixLength}`)];
  }

  subnetIn(availabilityZone: string, cidrBlock: string): string {
    return createSubnet(this.account, { ...regional, vpcId: this.vpcId, cidrBlock, availabilityZone, mapPublicIpOnLaunch: false }).id;
  }

  get freeAddresses(): readonly number[] {
    return this.subnets.map((subnet) => freeAddresses(this.account, subnet));
  }

  uniqueName(): string {
    return `thing-${this.#names++}`;
  }

  natGateway(subnetId = this.subnets[0], secondaryCount = 0) {
    const { id } = allocateAddress(this.account, regional);
    const request = { ...regional, subnetId, allocationIds: [id], privateIp: undefined, secondaryAddresses: [], secondaryCount };
    return { request, ...createNatGateway(this.account, request) };
  }

  endpointRequest(type: string, subnetIds: readonly string[]) {
    return {
      ...regional,
      vpcId: this.vpcId,
      type,
      routeTableIds: [],
      subnetIds,
      securityGroupIds: [],
      addresses: new Map<string, string>(),
    };
  }

  endpoint(type = "Interface", subnetIds: readonly string[] = this.subnets) {
    return createVpcEndpoint(this.account, this.endpointRequest(type, subnetIds));
  }

  loadBalancerRequest(type: string, subnetIds: readonly string[], secondaryAddresses = 0) {
    return {
      ...regional,
      name: this.uniqueName(),
      type,
      subnetIds,
      securityGroupIds: [],
      addresses: new Map<string, string>(),
      secondaryAddresses,
    };
  }

  loadBalancer(type: string, subnetIds: readonly string[] = this.subnets, secondaryAddresses = 0) {
    return createLoadBalancer(this.account, this.loadBalancerRequest(type, subnetIds, secondaryAddresses));
  }

  mountTarget(subnetId = this.subnets[0], fileSystemId = createFileSystem(this.account, regional).id) {
    return createMountTarget(this.account, { fileSystemId, subnetId, securityGroupIds: [], ipAddress: undefined });
  }

  database(multiAz = false, availabilityZone: string | undefined = undefined) {
    const subnetGroup = createDbSubnetGroup(this.account, { ...regional, id: this.uniqueName(), subnetIds: this.subnets }).id;
    const request = { ...regional, identifier: this.uniqueName(), subnetGroup, availabilityZone, multiAz, securityGroupIds: [] };
    return createDbInstance(this.account, request);
  }

  networkInterface(subnetId = this.subnets[0], count = 1) {
    return createInterface(
      this.account,
      { subnetId, securityGroupIds: [], interfaceType: "interface", description: "", count },
      ec2AddressErrors,
    );
  }

  connector(securityGroupIds: readonly string[] = [this.group()]) {
    return createNetworkConnector(this.account, { ...regional, name: this.uniqueName() }, { subnetIds: this.subnets, securityGroupIds });
  }

  /** Uses all addresses of the subnets except `remaining` in each. */
  fill(remaining: number): void {
    for (const subnet of this.subnets) this.networkInterface(subnet, freeAddresses(this.account, subnet) - remaining);
  }
}
