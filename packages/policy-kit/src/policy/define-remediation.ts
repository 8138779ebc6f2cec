import type { PartialList } from "@lambda-vpc/model";
import { type Properties, UNKNOWN, type Value } from "@lambda-vpc/sources";
import { type Configuration, type Fields, readConfiguration } from "../configuration/configuration";
import { definePolicy, type Policy, type PolicyDefinition } from "./define-policy";
import type { TargetVpcConfig } from "./remediation";
import { isRecord } from "../configuration/is-record";

/** A policy that changes functions: it moves them to the lists that `remediate` returns. */
export interface RemediationDefinition<F extends Fields, Id extends string = string> extends PolicyDefinition<F, Id> {
  /** Pure: where a function with such lists is moved to; undefined leaves it where it is. Not called if the configuration is invalid. */
  readonly remediate: (requested: RequestedVpcConfig, config: Configuration<F>) => TargetVpcConfig | undefined;
}

/** The lists in a function's inputs, by AWS id. Their dependencies are unknown while a resource is remediated. */
export interface RequestedVpcConfig {
  readonly subnetIds: PartialList;
  readonly securityGroupIds: PartialList;
}

/** Makes a policy of its definition. At the level `remediate` it moves functions; at any other level it reports the functions that it would move. */
export function defineRemediation<const F extends Fields, const Id extends string>({
  remediate,
  ...definition
}: RemediationDefinition<F, Id>): Policy<F, Id> {
  const policy = definePolicy<F, Id>(definition);
  return {
    ...policy,
    remediation: (inputs, configuration) => {
      const requested = requestedVpcConfig(inputs);
      const read = readConfiguration(policy.config, configuration);
      return requested !== undefined && read.ok ? remediate(requested, read.value as Configuration<F>) : undefined;
    },
  };
}

function requestedVpcConfig({ vpcConfig }: Properties): RequestedVpcConfig | undefined {
  if (vpcConfig === UNKNOWN) return { subnetIds: unknownList, securityGroupIds: unknownList };
  if (!isRecord(vpcConfig)) return undefined;
  return { subnetIds: requestedList(vpcConfig["subnetIds"]), securityGroupIds: requestedList(vpcConfig["securityGroupIds"]) };
}

const unknownList: PartialList = { known: [], holes: "unknown", candidates: [] };

function requestedList(list: Value | undefined): PartialList {
  if ((list ?? null) === null) return { known: [], holes: 0, candidates: [] };
  if (!Array.isArray(list)) return unknownList;
  const known = list.filter((element): element is string => typeof element === "string");
  return { known, holes: list.length - known.length, candidates: [] };
}
