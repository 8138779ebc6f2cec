import { displayName, type Key, type PartialList } from "@lambda-vpc/model";
import { type Properties, UNKNOWN, type Value } from "@lambda-vpc/sources";
import { holdsAssetArchive } from "./asset-archive";
import { type Configuration, type Fields, readConfiguration } from "../configuration/configuration";
import { definePolicy, type Policy, type PolicyDefinition } from "./define-policy";
import type { Violation } from "../findings/finding";
import { isRecord } from "../configuration/shape";

/** A policy that changes functions: it moves them where `remediate` says, and `check` tells what it may do only later. */
export interface RemediationDefinition<F extends Fields, Id extends string = string> extends PolicyDefinition<F, Id> {
  /** Pure: where a function with such lists is moved to; undefined leaves it where it is. Not called where nothing is configured rightly. */
  readonly remediate: (requested: RequestedVpcConfig, config: Configuration<F>) => Remedy | undefined;
}

/** The lists that a function's inputs ask for, by AWS id; what they depend on does not show while a resource is remediated. */
export interface RequestedVpcConfig {
  readonly subnetIds: PartialList;
  readonly securityGroupIds: PartialList;
}

/** Where a function is moved to. */
export interface Remedy {
  /** What the place is called. */
  readonly name: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
}

/** What becomes of a function with such inputs. */
export type Remediation = (inputs: Properties, configuration: Readonly<Record<string, unknown>>) => Remedy | undefined;

/** Makes a policy of its definition. It moves functions where its level is `remediate`; at any other level it only says what would fit. */
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
      return requested !== undefined && read.valid ? remediate(requested, read.values as Configuration<F>) : undefined;
    },
  };
}

/** The policy, with a finding for each function that fits elsewhere and yet was not moved. `inputsOf` shows inputs as they are deployed. */
export function tellWhatStays(policy: Policy, inputsOf: (consumer: Key) => Properties | undefined): Policy {
  const { remediation } = policy;
  if (remediation === undefined) return policy;
  return {
    ...policy,
    evaluate: (analysis, configuration) => {
      const evaluation = policy.evaluate(analysis, configuration);
      if (!evaluation.valid) return evaluation;
      const staying = analysis.network.attachments.flatMap(({ consumer }) => {
        const inputs = inputsOf(consumer);
        const remedy = inputs === undefined ? undefined : remediation(inputs, configuration);
        return inputs === undefined || remedy === undefined ? [] : staysWhereItIs(consumer, inputs, remedy);
      });
      return { ...evaluation, findings: [...evaluation.findings, ...staying] };
    },
  };
}

/** What cannot be moved is a warning: that a function is somewhere it should not be is for another policy to refuse. */
function staysWhereItIs(consumer: Key, inputs: Properties, { name, ...lists }: Remedy): Violation {
  const stuck = holdsAssetArchive(inputs);
  const program = `vpcConfig: { subnetIds: ${JSON.stringify(lists.subnetIds)}, securityGroupIds: ${JSON.stringify(lists.securityGroupIds)} }`;
  return {
    verdict: stuck ? "warning" : "violation",
    subject: consumer,
    what: `${displayName(consumer)} fits ${name} and is not moved there${stuck ? ": its code is an AssetArchive" : ""}.`,
    why: stuck
      ? "the policy SDK breaks AssetArchives when it hands a resource back, and the preview would fail with it"
      : "the program says otherwise, and this policy changes it at the level remediate only",
    fix: `${stuck ? "give its code as a FileArchive" : "set the policy to remediate"}, or write ${program} in the program`,
    basis: "known",
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
