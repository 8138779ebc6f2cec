import type { ResourceRemediation } from "@pulumi/policy";
import { displayName, type Key, type PartialList } from "@lambda-vpc/model";
import { isProperties, type Properties, SeenInputs, UNKNOWN, type Value } from "@lambda-vpc/sources";
import { type Configuration, type Fields, readConfiguration } from "./configuration";
import { definePolicy, type Policy, type PolicyDefinition } from "./define-policy";
import type { Violation } from "./finding";

/** A policy that changes functions: it moves them where `remediate` says, and `check` tells what it may do only later. */
export interface RemediationDefinition<F extends Fields> extends PolicyDefinition<F> {
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
export function defineRemediation<const F extends Fields>({ remediate, ...definition }: RemediationDefinition<F>): Policy<F> {
  const policy = definePolicy(definition);
  return {
    ...policy,
    remediation: (inputs, configuration) => {
      const requested = requestedVpcConfig(inputs);
      const read = readConfiguration(policy.config, configuration);
      return requested !== undefined && read.valid ? remediate(requested, read.values as Configuration<F>) : undefined;
    },
  };
}

const functionTypes: ReadonlySet<string> = new Set(["aws:lambda/function:Function", "aws-native:lambda:Function"]);

/**
 * What the SDK calls on each resource. An exception would abort the preview, and so would what the SDK cannot hand back: such a function is left
 * as it is, and `tellWhatStays` says so.
 */
export function remediateResource(remediation: Remediation): ResourceRemediation {
  return ({ type, urn, props, getConfig }) => {
    if (!functionTypes.has(type)) return undefined;
    try {
      const seen = new SeenInputs();
      seen.see({ urn, props });
      const inputs = seen.of(urn) ?? {};
      const remedy = holdsAssetArchive(inputs) ? undefined : remediation(inputs, getConfig());
      return remedy === undefined ? undefined : moved(props, remedy);
    } catch {
      return undefined;
    }
  };
}

/** The policy, with a finding for each function that fits elsewhere and yet was not moved. `inputsOf` shows inputs as they are deployed. */
export function tellWhatStays(policy: Policy, inputsOf: (consumer: Key) => Properties | undefined): Policy {
  const { remediation } = policy;
  if (remediation === undefined) return policy;
  return {
    ...policy,
    evaluate: (network, configuration) => {
      const evaluation = policy.evaluate(network, configuration);
      if (!evaluation.valid) return evaluation;
      const staying = network.attachments.flatMap(({ consumer }) => {
        const inputs = inputsOf(consumer);
        const remedy = inputs === undefined ? undefined : remediation(inputs, configuration);
        return inputs === undefined || remedy === undefined ? [] : staysWhereItIs(consumer, inputs, remedy);
      });
      return { ...evaluation, findings: [...evaluation.findings, ...staying] };
    },
  };
}

/** Always a warning: that a function is somewhere it should not be is for another policy to refuse. */
function staysWhereItIs(consumer: Key, inputs: Properties, { name, ...lists }: Remedy): Violation {
  const program = `vpcConfig: { subnetIds: ${JSON.stringify(lists.subnetIds)}, securityGroupIds: ${JSON.stringify(lists.securityGroupIds)} }`;
  const stuck = holdsAssetArchive(inputs);
  return {
    verdict: "warning",
    subject: consumer,
    what: `${displayName(consumer)} fits ${name} and is not moved there${stuck ? ": its code is an AssetArchive" : ""}.`,
    why: stuck
      ? "the policy SDK breaks AssetArchives when it hands a resource back, and the preview would fail with it"
      : "the program says otherwise, and this policy changes it only at the level remediate and where the lists are no secrets",
    fix: `${stuck ? "give its code as a FileArchive, or " : ""}write ${program} in the program`,
    basis: "known",
  };
}

function requestedVpcConfig({ vpcConfig }: Properties): RequestedVpcConfig | undefined {
  if (vpcConfig === UNKNOWN) return { subnetIds: unknownList, securityGroupIds: unknownList };
  if (!isProperties(vpcConfig)) return undefined;
  return { subnetIds: requestedList(vpcConfig["subnetIds"]), securityGroupIds: requestedList(vpcConfig["securityGroupIds"]) };
}

const unknownList: PartialList = { known: [], holes: "unknown", candidates: [] };

/** A list as far as it shows: a secret, which comes wrapped while a resource is remediated, counts as unknown. */
function requestedList(list: Value | undefined): PartialList {
  if ((list ?? null) === null) return { known: [], holes: 0, candidates: [] };
  if (!Array.isArray(list)) return unknownList;
  const known = list.filter((element): element is string => typeof element === "string");
  return { known, holes: list.length - known.length, candidates: [] };
}

/**
 * Whether an AssetArchive hides anywhere. @pulumi/policy 1.21.0 hands back the names of its assets without the assets
 * (`serializeProperty` in its deserialize.js), and the engine refuses that with "unexpected archive contents".
 */
function holdsAssetArchive(value: Value): boolean {
  if (Array.isArray(value)) return value.some(holdsAssetArchive);
  if (!isProperties(value)) return false;
  return (value["__pulumiArchive"] === true && Object.hasOwn(value, "assets")) || Object.values(value).some(holdsAssetArchive);
}

/** The inputs with other lists. What the SDK has wrapped, unknowns and secrets among it, goes back as it came. */
function moved(props: object, { subnetIds, securityGroupIds }: Remedy): Record<string, unknown> {
  const inputs = ownValues(props);
  return { ...inputs, vpcConfig: { ...ownValues(inputs["vpcConfig"]), subnetIds, securityGroupIds } };
}

/** Own properties as the SDK keeps them: reading past its proxies, which throw on an unknown and unwrap a secret. */
function ownValues(object: unknown): Record<string, unknown> {
  if (typeof object !== "object" || object === null) return {};
  return Object.fromEntries(Object.keys(object).map((name) => [name, Object.getOwnPropertyDescriptor(object, name)?.value as unknown]));
}
