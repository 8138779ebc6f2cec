import type { Attachment, Key, Opacity, PartialList } from "@lambda-vpc/model";
import { isReferent, type Referent } from "./aws-types";
import { sharedList } from "./shared-configuration";
import type { Stack } from "./stack";
import { given, type StackResource } from "./stack-resource";
import { elements, isProperties, UNKNOWN, type Value } from "./value";

/** The attachments of a stack's functions: what each asks for, read from its inputs and joined with what they depend on. */
export function readAttachments(stack: Stack): readonly Attachment[] {
  return stack.ofKind("function").flatMap((resource) => readAttachment(stack, resource) ?? []);
}

function readAttachment(stack: Stack, resource: StackResource): Attachment | undefined {
  const config = given(resource, "vpcConfig");
  if (config !== UNKNOWN && !isProperties(config)) return undefined;
  const dependencies = stack.dependencies(resource, "vpcConfig");
  const read = (property: string, referent: Referent): PartialList => {
    const list = config === UNKNOWN ? UNKNOWN : config[property];
    const shared = list === UNKNOWN ? sharedList(stack, dependencies, property, referent) : undefined;
    return shared ?? readList(stack, list, referent, dependencies, resource.inputs !== undefined);
  };
  const subnets = read("subnetIds", "subnet");
  const securityGroups = read("securityGroupIds", "security-group");
  return isEmpty(subnets) && isEmpty(securityGroups) ? undefined : { consumer: resource.urn, subnets, securityGroups };
}

/** Two empty lists mean: no VPC. */
function isEmpty(list: PartialList): boolean {
  return list.holes === 0 && list.known.length === 0;
}

function readList(
  stack: Stack,
  list: Value | undefined,
  referent: Referent,
  dependencies: readonly StackResource[],
  inputsSeen: boolean,
): PartialList {
  const items = elements(list);
  const known = items === UNKNOWN ? [] : items.flatMap((item) => (typeof item === "string" ? stack.keyOfId(item) : []));
  const holes = items === UNKNOWN ? "unknown" : items.filter((item) => item === UNKNOWN).length;
  if (holes === 0) return { known, holes, candidates: [] };
  const candidates: readonly Key[] = stack.candidates(dependencies, referent);
  const opaque = opacity(stack, dependencies, inputsSeen);
  return { known, holes, candidates, ...(opaque === undefined ? {} : { opaque }) };
}

function opacity(stack: Stack, dependencies: readonly StackResource[], inputsSeen: boolean): Opacity | undefined {
  if (!inputsSeen) return "inputs-not-seen";
  return dependencies.every((dependency) => isPlaceable(stack, dependency)) ? undefined : "foreign-dependency";
}

const placeable: readonly Referent[] = ["subnet", "security-group", "vpc"];

/** Whether a dependency is a subnet, a security group, a VPC, or a component that holds some. */
function isPlaceable(stack: Stack, dependency: StackResource): boolean {
  return stack.familyOf(dependency).some(({ type }) => placeable.some((referent) => isReferent(type, referent)));
}
