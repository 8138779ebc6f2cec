import { applied, component, dependsOn, type Input, type Inputs, type Output, type Resource } from "@lambda-vpc/sources/testing";
import type { VpcConfig } from "./lambda";
import { idOfReference, idsOf, type Reference } from "./references";
import { https, type Rule, securityGroup } from "./security-group";

/** A `SharedVpcConfig`, which is passed to functions as it is. */
export interface SharedVpcConfig extends Resource, VpcConfig {
  /** The same in a program that runs the component remotely: each list is one output. */
  readonly remote: VpcConfig;
}

export interface SharedVpcConfigOptions {
  readonly vpc: Reference;
  readonly subnets: readonly Reference[];
  /** Groups to share. Without them, the component creates one. */
  readonly securityGroups?: readonly Reference[];
  /** The outbound rules of the group that it creates. */
  readonly egress?: readonly Rule[];
}

/** One set of groups in one set of subnets, which functions share. */
export function sharedVpcConfig(name: string, options: SharedVpcConfigOptions): SharedVpcConfig {
  const { vpc, subnets, securityGroups: given, egress = [https("10.0.0.0/8")] } = options;
  const inputs: Inputs = {
    vpcId: idOfReference(vpc),
    subnetIds: idsOf(subnets),
    ...(given === undefined ? {} : { securityGroupIds: idsOf(given) }),
  };
  const made = component("lambda-vpc:index:SharedVpcConfig", name, undefined, inputs);
  const securityGroups = given ?? [securityGroup(name, { vpc, egress, parent: made })];
  const registered = { subnetIds: idsOf(subnets), securityGroupIds: idsOf(securityGroups) };
  return Object.assign(made, {
    ...{ subnets, securityGroups, registered: () => registered },
    remote: { subnets: remoteOutput(made, subnets), securityGroups: remoteOutput(made, given ?? [], registered.securityGroupIds) },
  });
}

/** A list as one output of a remote component: it depends on the component and its inputs, not on its children. */
function remoteOutput(of: Resource, given: readonly Reference[], list: Input = idsOf(given)): Output {
  return applied([of, ...dependsOn(idsOf(given))], list);
}
