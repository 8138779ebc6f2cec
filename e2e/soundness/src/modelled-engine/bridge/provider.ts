import type { Deployed } from "../deployed";
import type { Properties, Value } from "../value";
import { checkedNativeInputs, isNativeReplaced, plannedNativeOutputs, plannedNativeUpdate, settledNativeOutputs } from "./aws-native";
import * as bridge from "./bridge";

/*
 * The two providers that programs use: that of @pulumi/aws behind the Terraform bridge, and that of @pulumi/aws-native.
 */

export function providerPackage(type: string): "aws" | "aws-native" {
  return type.startsWith("aws-native:") ? "aws-native" : "aws";
}

function isNative(type: string): boolean {
  return providerPackage(type) === "aws-native";
}

export function checkedInputs(type: string, name: string, given: Properties): Properties {
  return isNative(type) ? checkedNativeInputs(type, name, given) : bridge.checkedInputs(type, name, given);
}

export function hasRegion(type: string): boolean {
  return !isNative(type) && bridge.hasRegion(type);
}

export function isReplaced(type: string, inputs: Properties, before: Properties): boolean {
  return isNative(type) ? isNativeReplaced(type, inputs, before) : bridge.isReplaced(type, inputs, before);
}

export function plannedOutputs(type: string, inputs: Properties): Properties {
  return isNative(type) ? plannedNativeOutputs(type, inputs) : bridge.plannedOutputs(type, inputs);
}

export function plannedUpdate(type: string, inputs: Properties, deployed: Deployed): Properties {
  return isNative(type) ? plannedNativeUpdate(type, inputs, deployed) : bridge.plannedUpdate(type, inputs, deployed);
}

export function settledOutputs(type: string, inputs: Properties, id: string, vpcOf: (subnet: Value) => Value): Properties {
  return isNative(type) ? settledNativeOutputs(type, inputs, id) : bridge.settledOutputs(type, inputs, id, vpcOf);
}

/** The output with the default group of a VPC. */
export function defaultGroupOutput(type: string): string | undefined {
  if (type === "aws:ec2/vpc:Vpc") return "defaultSecurityGroupId";
  return type === "aws-native:ec2:Vpc" ? "defaultSecurityGroup" : undefined;
}
