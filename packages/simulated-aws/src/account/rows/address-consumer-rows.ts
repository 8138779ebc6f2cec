import type { Properties } from "../../property/value";
import type { Regional, Row } from "./row";

/** A network interface with one owner. Those of Hyperplane are shared. */
export interface OwnedInterface extends Row {
  readonly subnetId: string;
  readonly vpcId: string;
  /** Sorted, without duplicates. */
  readonly securityGroupIds: readonly string[];
  /** The InterfaceType of EC2 (DescribeNetworkInterfaces). */
  readonly interfaceType: string;
  /** The id of its owner. For an interface that a program creates directly, its own id. */
  readonly owner: string;
  readonly description: string;
  /** Its private IPv4 addresses, the primary one first. */
  readonly addresses: readonly string[];
}

/** An Elastic IP address. It is public, so it is in no subnet. */
export interface ElasticAddress extends Regional {
  readonly publicIp: string;
}

export interface NatGateway extends Regional {
  /** Absent for a regional gateway, which is in no subnet. */
  readonly subnetId?: string;
  /** Its Elastic IP addresses, the primary one first. */
  readonly allocationIds: readonly string[];
}

export interface VpcEndpoint extends Regional {
  readonly vpcId: string;
  readonly routeTableIds: readonly string[];
  /** Absent in accounts of versions that did not store it. So is `serviceName`, and in endpoints for a resource or a service network. */
  readonly type?: string;
  readonly serviceName?: string;
}

/** A load balancer. Its id is its ARN. */
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
  /** Whether it is not available yet. */
  readonly creating?: true;
}

export interface AccessPoint extends Regional {
  readonly arn: string;
  readonly fileSystemId: string;
  /** Its POSIX user and root directory, which the account stores and returns, without effect. */
  readonly settings: Properties;
}

/** A DB subnet group. Its id is its name. */
export interface DbSubnetGroup extends Regional {
  readonly description?: string;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
}

/** A DB instance. Its id is its resource id in AWS. */
export interface DbInstance extends Regional {
  readonly identifier: string;
  /** Absent if the program leaves the network to AWS. */
  readonly subnetGroup?: string;
  /** The zone of its primary. */
  readonly availabilityZone: string;
}

/** A subnet group of another service, such as ElastiCache. Its id consists of the service and its name. */
export interface SubnetGroup extends Regional {
  readonly service: string;
  readonly name: string;
  readonly description: string;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
}
