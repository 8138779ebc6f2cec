import type { Network, PartialList } from "@lambda-vpc/model";
import { Analysis, type Policy } from "@lambda-vpc/policy-kit";
import {
  applied,
  asAwsNative,
  dependsOn,
  type Input,
  type Inputs,
  mapProgram,
  Output,
  type Resource,
  type Rewritten,
} from "@lambda-vpc/sources/testing";
import { type Agreement, sameLines, sameVerdicts, verdictsKnowing } from "../judgement/agreement";
import { runPolicy, type Line } from "../judgement/run-policy";
import type { Row } from "../judgement/row";
import { previewOf, settledOf, type Stack } from "../program/stack";

/** A repetition of a row with a change that must not change the decision of the policy. */
export interface Rerun {
  /** Continues "with". */
  readonly name: string;
  readonly run: (policy: Policy, row: Row) => readonly Line[];
  readonly agrees: Agreement;
  /** Which part of the stack exists, if the rerun changes that. */
  readonly made?: "nothing" | "everything";
}

/** How each row is rerun in this process. */
export const reruns: readonly Rerun[] = [
  {
    name: "everything in another order",
    run: (policy, row) =>
      runPolicy(withReversedNetwork(policy), previewOf({ ...row.stack, resources: row.stack.resources.toReversed() }), row),
    agrees: sameLines,
  },
  {
    name: "all ids unknown, as before the first deployment",
    run: (policy, row) => runPolicy(policy, previewOf({ ...row.stack, deployed: [] }), row),
    agrees: verdictsKnowing("less"),
    made: "nothing",
  },
  {
    name: "all ids known, as after the deployment",
    run: (policy, row) => runPolicy(policy, settledOf(row.stack), row),
    agrees: verdictsKnowing("more"),
    made: "everything",
  },
  {
    name: "the lists of every function unknown, as out of an apply",
    run: (policy, row) => runPolicy(policy, previewOf(rewritten(row.stack, unknownLists)), row),
    agrees: verdictsKnowing("less"),
  },
  {
    name: "the resources of aws-native",
    run: (policy, row) => runPolicy(policy, previewOf(rewritten(row.stack, asAwsNative)), row),
    agrees: sameVerdicts,
  },
];

function rewritten({ resources, deployed }: Stack, rewrite: (resource: Resource) => Rewritten): Stack {
  const mapped = mapProgram(rewrite);
  return { resources: resources.map(mapped), deployed: deployed.map(mapped) };
}

/**
 * A list of ids that this stack makes, cut by an apply. A list with a literal id stays: an apply that adds ids hides them, and assumption S leaves that out
 * (docs/eni-model.md).
 */
function unknownLists({ type, inputs }: Resource): Rewritten {
  const { vpcConfig } = inputs;
  if (type !== "aws:lambda/function:Function" || !isObject(vpcConfig)) return { type, inputs };
  const lists = Object.entries(vpcConfig).map(
    ([name, list]) => [name, isListOfOutputs(list) ? applied(dependsOn(list), list) : list] as const,
  );
  return { type, inputs: { ...inputs, vpcConfig: Object.fromEntries(lists) } };
}

/** The same policy on networks with all lists in reverse order. */
function withReversedNetwork(policy: Policy): Policy {
  return {
    ...policy,
    evaluate: ({ network, assumptions }, configuration) =>
      policy.evaluate(new Analysis(reversedNetwork(network), assumptions), configuration),
  };
}

function reversedNetwork(network: Network): Network {
  const reversed = (list: PartialList): PartialList => ({
    ...list,
    known: list.known.toReversed(),
    candidates: list.candidates.toReversed(),
  });
  const attachments = (all: Network["attachments"]): Network["attachments"] =>
    all.map((one) => ({ ...one, subnets: reversed(one.subnets), securityGroups: reversed(one.securityGroups) })).reverse();
  const { vpcs = [], functions = [], roles = [], addressConsumers = [], aliases = [], groupAssociations = [] } = network;
  return {
    ...network,
    vpcs: vpcs.toReversed(),
    functions: functions.toReversed(),
    roles: roles.map((role) => ({ ...role, policies: role.policies.toReversed() })).reverse(),
    addressConsumers: addressConsumers.map((one) => ({ ...one, subnets: reversed(one.subnets) })).reverse(),
    aliases: aliases.map((keys) => keys.toReversed()).reverse(),
    subnets: network.subnets.toReversed(),
    securityGroups: network.securityGroups.toReversed(),
    groupAssociations: groupAssociations.map((one) => ({ ...one, groups: one.groups.toReversed() })).reverse(),
    attachments: attachments(network.attachments),
    ...(network.connectors === undefined ? {} : { connectors: attachments(network.connectors) }),
    ...(network.capacityProviders === undefined ? {} : { capacityProviders: attachments(network.capacityProviders) }),
  };
}

function isListOfOutputs(input: Input): boolean {
  return Array.isArray(input) && input.length > 0 && input.every((element) => element instanceof Output);
}

function isObject(input: Input | undefined): input is Inputs {
  return typeof input === "object" && input !== null && !Array.isArray(input) && !(input instanceof Output);
}
