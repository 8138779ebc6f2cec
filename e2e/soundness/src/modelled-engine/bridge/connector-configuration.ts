import { isObject, type Value } from "../value";
import { asSet } from "./vpc-config";

/*
 * The block `configuration` of a network connector in planned and in deployed outputs.
 */

/** `networkProtocol` is what the connector has where the program gives none: null as planned, and a text as deployed. */
export function egressConfiguration(given: Value | undefined, networkProtocol: Value): Value {
  const egress = isObject(given) ? given["vpcEgressConfiguration"] : undefined;
  if (!isObject(egress)) return given ?? null;
  const { associatedComputeResourceTypes = [], securityGroupIds = [], subnetIds = [] } = egress;
  return {
    vpcEgressConfiguration: {
      associatedComputeResourceTypes: asSet(associatedComputeResourceTypes),
      networkProtocol,
      securityGroupIds: asSet(securityGroupIds),
      subnetIds: asSet(subnetIds),
    },
  };
}
