import type { Version } from "../description/description";
import { existingVpc } from "../description/existing-network";
import type { Laboratory, Trial } from "../laboratory/laboratory";
import { planFigures } from "../laboratory/plan-figures";
import type { HeldCombination, HeldLists, HeldNetwork, Truth } from "../laboratory/truth";
import type { State } from "./deployed";
import { ModelledEngine } from "./engine";
import { madeUpId } from "./made-up-id";
import { type PackConfiguration, runPack } from "./pack-in-process";
import { runProgram } from "./program/program";
import { sourceText } from "../description/source-text";
import { isList, isObject, type Value } from "./value";
import { readViews } from "./read-views";
import { viewsOf } from "./views";

/** A laboratory without an engine: the modelled one shows the views of a version to the shipped pack, in this process, and deploys it. */
export function openModelledLaboratory(): Laboratory {
  let state: State = new Map();
  return {
    engine: "modelled",
    reset() {
      state = new Map();
    },
    trial(version: Version, configuration: PackConfiguration): Promise<Trial> {
      const preview = new ModelledEngine({ kind: "preview" }, state);
      runProgram(version, preview);
      const update = new ModelledEngine({ kind: "update", idOf: madeUpId }, state);
      runProgram(version, update);
      state = update.state;
      return Promise.resolve(trialOf(version, preview, configuration, state));
    },
    close: () => Promise.resolve(),
  };
}

function trialOf(version: Version, preview: ModelledEngine, configuration: PackConfiguration, state: State): Trial {
  const views = viewsOf(preview.registered);
  const printed = runPack(views, configuration);
  const resources = readViews(views);
  return {
    get source() {
      return sourceText(version);
    },
    preview: { exitCode: 0, stdout: printed, stderr: "" },
    recording: { resources, figures: planFigures(resources) },
    up: { exitCode: 0, stdout: "", stderr: "" },
    truth: truthOf(state),
  };
}

/** What the functions of a modelled deployment hold: a combination for each of their subnets, with their set of groups. */
function truthOf(state: State): Truth {
  const vpcOf = (subnet: string): string => vpcIn(state, subnet);
  const held = [...state].flatMap(([urn, { outputs }]) => (isFunction(urn) ? combinationsOf(outputs["vpcConfig"], vpcOf) : []));
  return {
    held: [...new Map(held.map((one) => [`${one.subnet} ${one.groups.join(" ")}`, one])).values()],
    ids: Object.fromEntries([...state].map(([urn, { id }]) => [urn, id])),
    versions: {},
    functions: Object.fromEntries(
      [...state].flatMap(([urn, { outputs }]) => {
        const lists = isFunction(urn) ? listsOf(outputs["vpcConfig"]) : undefined;
        return lists === undefined ? [] : [[urn, { ...lists, publishes: outputs["publish"] === true }]];
      }),
    ),
    connectors: Object.fromEntries(
      [...state].flatMap(([urn, { outputs }]) => {
        const lists = urn.includes(CONNECTOR) ? egressOf(outputs["configuration"]) : undefined;
        return lists === undefined ? [] : [[urn, lists]];
      }),
    ),
    defaultGroups: Object.fromEntries(
      [...state].flatMap(([urn, { outputs }]) => {
        const group = outputs["defaultSecurityGroupId"] ?? outputs["defaultSecurityGroup"];
        return group === undefined ? [] : [[urn, String(group)]];
      }),
    ),
  };
}

const FUNCTION = "aws:lambda/function:Function::";
const NATIVE_FUNCTION = "aws-native:lambda:Function::";
const CONNECTOR = "aws:lambda/coreNetworkConnector:CoreNetworkConnector::";

function egressOf(configuration: Value | undefined): HeldNetwork | undefined {
  const egress = isObject(configuration) ? configuration["vpcEgressConfiguration"] : undefined;
  const { subnetIds, securityGroupIds } = isObject(egress) ? egress : {};
  return isList(subnetIds) && isList(securityGroupIds)
    ? { subnets: [...new Set(subnetIds.map(String))], groups: [...new Set(securityGroupIds.map(String))] }
    : undefined;
}

function isFunction(urn: string): boolean {
  return urn.includes(FUNCTION) || urn.includes(NATIVE_FUNCTION);
}

/** The VPC of a subnet that is deployed, or that was there before. */
function vpcIn(state: State, subnet: string): string {
  const found = [...state.values()].find(({ id }) => id === subnet);
  return String(found?.inputs["vpcId"] ?? existingVpc);
}

function combinationsOf(vpcConfig: Value | undefined, vpcOf: (subnet: string) => string): readonly HeldCombination[] {
  const lists = listsOf(vpcConfig);
  return lists === undefined ? [] : lists.subnets.map((subnet) => ({ vpc: vpcOf(subnet), subnet, groups: lists.groups }));
}

/** What a deployed function has; undefined outside a VPC. */
function listsOf(vpcConfig: Value | undefined): Omit<HeldLists, "publishes"> | undefined {
  if (!isObject(vpcConfig)) return undefined;
  const { subnetIds, securityGroupIds, ipv6AllowedForDualStack } = vpcConfig;
  if (!isList(subnetIds) || !isList(securityGroupIds)) throw new Error("a deployed function has lists");
  return {
    subnets: [...new Set(subnetIds.map(String))],
    groups: [...new Set(securityGroupIds.map(String))].sort(),
    ipv6: ipv6AllowedForDualStack === true,
  };
}
