import { type Inputs, type Resource, resource } from "@lambda-vpc/sources/testing";
import { idsOf, type ReferenceList } from "./references";
import { https, type Rule, securityGroup } from "./security-group";
import type { Vpc } from "./vpc";

/** The subnets and security groups of a function or another resource. */
export interface VpcConfig {
  readonly subnets: ReferenceList;
  readonly securityGroups: ReferenceList;
}

/** An `aws.lambda.Function` in a VPC; `others` are further properties. */
export function lambda(name: string, config: VpcConfig, others: Inputs = {}): Resource {
  return resource("aws:lambda/function:Function", name, { runtime: "nodejs24.x", vpcConfig: vpcConfigOf(config), ...others });
}

/** An `aws.lambda.CoreNetworkConnector`. */
export function networkConnector(name: string, config: VpcConfig): Resource {
  const configuration = { vpcEgressConfiguration: vpcConfigOf(config) };
  return resource("aws:lambda/coreNetworkConnector:CoreNetworkConnector", name, { configuration });
}

function vpcConfigOf({ subnets, securityGroups }: VpcConfig): Inputs {
  return { subnetIds: idsOf(subnets), securityGroupIds: idsOf(securityGroups) };
}

export interface GroupPerFunctionOptions {
  readonly functions: number;
  /** Instead of all subnets of the VPC. */
  readonly subnets?: ReferenceList;
  /** The outbound rules of each function's group; HTTPS to 10.0.0.0/8 by default. */
  readonly egressOf?: (index: number) => readonly Rule[];
}

/** Functions `main-function-00`, `main-function-01` …, each with its own security group, over the subnets of one VPC. */
export function groupPerFunction(vpc: Vpc, options: GroupPerFunctionOptions): readonly Resource[] {
  const { functions, subnets = vpc.subnets, egressOf = () => [https("10.0.0.0/8")] } = options;
  return Array.from({ length: functions }, (_, index) => {
    const name = `${vpc.name}-function-${String(index).padStart(2, "0")}`;
    return lambda(name, { subnets, securityGroups: [securityGroup(`${name}-group`, { vpc, egress: egressOf(index) })] });
  });
}
