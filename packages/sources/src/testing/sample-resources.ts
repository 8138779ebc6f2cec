import { type Input, type Inputs, type Output, component, idOf, type Resource, resource } from "./program";

/** Resources as programs write them; only what a test is about is given. */

export function vpc(name: string, parent?: Resource): Resource {
  return resource("aws:ec2/vpc:Vpc", name, { cidrBlock: "10.0.0.0/16" }, parent);
}

export function subnet(name: string, of: Resource, inputs: Inputs = {}, parent?: Resource): Resource {
  return resource("aws:ec2/subnet:Subnet", name, { vpcId: idOf(of), cidrBlock: "10.0.0.0/24", ...inputs }, parent);
}

export function securityGroup(name: string, inputs: Inputs = {}, parent?: Resource): Resource {
  return resource("aws:ec2/securityGroup:SecurityGroup", name, inputs, parent);
}

/** A function; both lists, or its whole `vpcConfig`. */
export function lambda(name: string, vpcConfig: VpcConfig | Output, parent?: Resource): Resource {
  return resource("aws:lambda/function:Function", name, { runtime: "nodejs24.x", vpcConfig }, parent);
}

export interface VpcConfig extends Inputs {
  readonly subnetIds: Input;
  readonly securityGroupIds: Input;
}

/** A component that holds what names it as its parent. */
export function holder(name: string, parent?: Resource): Resource {
  return component("shop:index:Holder", name, parent);
}

/** A `SharedVpcConfig` component: its inputs, and the lists that it registers. Groups that it creates name it as their parent. */
export function sharedVpcConfig(name: string, given: Inputs, lists: VpcConfig): Resource {
  return component("lambda-vpc:index:SharedVpcConfig", name, undefined, given, lists);
}
