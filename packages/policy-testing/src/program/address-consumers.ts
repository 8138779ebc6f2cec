import { idOf, type Inputs, type Resource, resource } from "@lambda-vpc/sources/testing";
import type { VpcConfig } from "./lambda";
import { idOfReference, idsOf, type Reference, type ReferenceList } from "./references";

/** An `aws.ec2.NatGateway`; with `secondary` further addresses. */
export function natGateway(name: string, options: { readonly subnet: Reference; readonly secondary?: number }): Resource {
  const { subnet, secondary } = options;
  const further: Inputs = secondary === undefined ? {} : { connectivityType: "private", secondaryPrivateIpAddressCount: secondary };
  return resource("aws:ec2/natGateway:NatGateway", name, { subnetId: idOfReference(subnet), ...further });
}

/** An `aws.ec2.VpcEndpoint` with an interface in each of its subnets. */
export function interfaceEndpoint(name: string, { subnets }: { readonly subnets: ReferenceList }): Resource {
  const inputs = { vpcEndpointType: "Interface", serviceName: "com.amazonaws.eu-west-1.sqs", subnetIds: idsOf(subnets) };
  return resource("aws:ec2/vpcEndpoint:VpcEndpoint", name, inputs);
}

export interface LoadBalancerOptions {
  readonly subnets: ReferenceList;
  /** `application` by default. */
  readonly type?: "application" | "network" | "gateway";
}

/** An `aws.lb.LoadBalancer`. */
export function loadBalancer(name: string, { subnets, type = "application" }: LoadBalancerOptions): Resource {
  return resource("aws:lb/loadBalancer:LoadBalancer", name, { loadBalancerType: type, subnets: idsOf(subnets) });
}

/** An `aws.efs.MountTarget`. */
export function mountTarget(name: string, { subnet }: { readonly subnet: Reference }): Resource {
  return resource("aws:efs/mountTarget:MountTarget", name, { fileSystemId: "fs-1", subnetId: idOfReference(subnet) });
}

/** An `aws.rds.Instance` in its own subnet group: the service chooses the subnet. */
export function database(name: string, { subnets }: { readonly subnets: ReferenceList }): Resource {
  const group = resource("aws:rds/subnetGroup:SubnetGroup", `${name}-subnets`, { subnetIds: idsOf(subnets) });
  return resource("aws:rds/instance:Instance", name, { instanceClass: "db.t4g.micro", dbSubnetGroupName: idOf(group) });
}

/** An `aws.ec2.NetworkInterface`; with `secondary` further addresses. */
export function networkInterface(name: string, options: { readonly subnet: Reference; readonly secondary?: number }): Resource {
  const { subnet, secondary } = options;
  const further: Inputs = secondary === undefined ? {} : { privateIpsCount: secondary };
  return resource("aws:ec2/networkInterface:NetworkInterface", name, { subnetId: idOfReference(subnet), ...further });
}

/** An `aws.lambda.CapacityProvider`, whose instances take addresses. */
export function capacityProvider(name: string, { subnets, securityGroups }: VpcConfig): Resource {
  const vpcConfig = { subnetIds: idsOf(subnets), securityGroupIds: idsOf(securityGroups) };
  return resource("aws:lambda/capacityProvider:CapacityProvider", name, { vpcConfig });
}
