import type { Regional, Row } from "./row";

/** A network interface that belongs to one thing, where Hyperplane's are shared. */
export interface OwnedInterface extends Row {
  readonly subnetId: string;
  readonly vpcId: string;
  /** Sorted, nothing twice. */
  readonly securityGroupIds: readonly string[];
  /** EC2's own word for what it is for (DescribeNetworkInterfaces, InterfaceType). */
  readonly interfaceType: string;
  /** The id of what has it; of an interface that a program asks for by itself, its own. */
  readonly owner: string;
  readonly description: string;
  /** The private IPv4 addresses that it takes, the primary one first. */
  readonly addresses: readonly string[];
}

/** An Elastic IP address: public, so it is none of any subnet's. */
export interface ElasticAddress extends Regional {
  readonly publicIp: string;
}

export interface NatGateway extends Regional {
  /** Absent for a regional one, which is in no subnet. */
  readonly subnetId?: string;
  /** The Elastic IP addresses that it has, the primary one first. */
  readonly allocationIds: readonly string[];
}

export interface VpcEndpoint extends Regional {
  readonly vpcId: string;
  readonly routeTableIds: readonly string[];
}

/** A load balancer; its id is its ARN. */
export interface LoadBalancer extends Regional {
  readonly name: string;
  readonly type: string;
  readonly vpcId: string;
}

export type FileSystem = Regional;

export interface MountTarget extends Row {
  readonly fileSystemId: string;
  readonly vpcId: string;
  readonly availabilityZone: string;
}

/** A group of subnets for databases; its id is its name. */
export interface DbSubnetGroup extends Regional {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
}

/** A database instance; its id is what AWS calls its resource id. */
export interface DbInstance extends Regional {
  readonly identifier: string;
  /** Absent where the program leaves the network to AWS. */
  readonly subnetGroup?: string;
  /** Where its primary is. */
  readonly availabilityZone: string;
}
