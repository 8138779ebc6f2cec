import { type Key, keySet, type Opacity, type PartialList } from "@lambda-vpc/model";
import { networkReferents } from "../stack/aws-types";
import { componentLists } from "./component-lists";
import { type HandingProperty, handedOnKeys, handingProperties, handsOnOnly, type ListReferent } from "./handed-on";
import { heldIds, isListHolder, type SharedList, sharedList, withFeeding } from "./shared-configuration";
import type { Stack } from "../stack/stack";
import { given, isBeingCreated, type StackResource } from "../stack/stack-resource";
import { elements, UNKNOWN, type Value } from "../stack/value";

/** The position of a list of ids. */
export interface Place {
  readonly resource: StackResource;
  /** The property of the resource that contains it, at any depth: dependencies are recorded only for top-level properties. */
  readonly property: string;
  /** A further property whose dependencies count, as if both lists were in one. */
  readonly with?: string;
}

/** The kinds of list elements, and the property of a `SharedVpcConfig` or `Network` that lists them. */
const lists = { subnet: "subnetIds", "security-group": "securityGroupIds" } as const;

/** A list that hands on a list that hands on a list: more steps are not followed. A broken state file may have a cycle. */
const MOST_STEPS = 3;

/** Reads a list of subnets or groups: keys of known ids, holes, and the candidates of the holes from the dependencies of the property. */
export function readList(stack: Stack, place: Place, list: Value | undefined, referent: ListReferent, steps = 0): PartialList {
  const items = elements(list);
  if (items !== UNKNOWN && !items.includes(UNKNOWN)) return { known: knownKeys(stack, items), holes: 0, candidates: [] };
  const own = dependenciesAt(stack, place);
  const dependencies = withFeeding(stack, own, lists[referent]);
  const shared = list === UNKNOWN ? sharedList(stack, dependencies, lists[referent], referent) : undefined;
  if (shared !== undefined && !mayBeAnother(stack, own, shared, referent)) return shared;
  const known = items === UNKNOWN ? [] : knownKeys(stack, items);
  const holes = items === UNKNOWN ? "unknown" : items.filter((item) => item === UNKNOWN).length;

  const sources = sourcesOf(stack, own, dependencies, referent, list === UNKNOWN);
  const [handing, ...others] = sources.handing;
  const only =
    handing !== undefined && others.length + sources.named.length + sources.defaults.length + sources.held.length === 0
      ? handing
      : undefined;
  if (holes === "unknown" && only !== undefined && steps < MOST_STEPS && isExplained(stack, dependencies))
    return { ...readList(stack, only, only.list, referent, steps + 1), assumed: true };

  const candidates = candidatesFor(stack, sources, holes, new Set(known), referent);
  const opaque = opacity(stack, place.resource, dependencies, isFilled(sources.direct, holes, new Set(known)));
  const handedOut = opaque === undefined && referent === "subnet" ? componentLists(stack, candidates) : undefined;
  const usual = holes === "unknown" && referent !== "subnet" ? usualGroups(candidates, sources) : undefined;
  return { known, holes, candidates, ...(opaque === undefined ? {} : { opaque }), ...handedOut, ...(usual === undefined ? {} : { usual }) };
}

function dependenciesAt(stack: Stack, { resource, property, with: other }: Place): readonly StackResource[] {
  const own = stack.dependencies(resource, property);
  return other === undefined ? own : [...new Set([...own, ...stack.dependencies(resource, other)])];
}

function knownKeys(stack: Stack, items: readonly Value[]): readonly Key[] {
  return items.filter((item) => typeof item === "string").map((id) => stack.keyOfId(id));
}

/** What the unknown elements of a list may come from. */
interface Sources {
  /** Resources that the list depends on itself. A component that hands out a list shows what it was given as dependencies of that list. */
  readonly direct: readonly Key[];
  /** The same, and descendants of components and what components were given. */
  readonly named: readonly Key[];
  /** Default groups of VPCs that the list depends on. The lists of subnets that a component hands out depend on its VPC too. */
  readonly defaults: readonly Key[];
  readonly componentDefaults: readonly Key[];
  readonly handing: readonly HandingProperty[];
  /** Known ids in lists of components such as `SharedVpcConfig`. */
  readonly held: readonly Key[];
}

function sourcesOf(
  stack: Stack,
  own: readonly StackResource[],
  dependencies: readonly StackResource[],
  referent: ListReferent,
  isHidden: boolean,
): Sources {
  // A list that is unknown as a whole hides an id that is known.
  const mayBeIn = (resource: StackResource): boolean => !resource.custom || isHidden || hasUnknownDefaultGroup(resource);
  const vpcs = referent === "subnet" ? [] : dependencies.filter(mayBeIn);
  const isOfComponent = ({ custom, urn }: StackResource): boolean => !custom || stack.componentsAround(urn).length > 0;
  const named = stack.candidates(dependencies, referent);
  return {
    direct: directOf(own, named),
    named,
    defaults: stack.defaultGroupsBehind(vpcs.filter((vpc) => !isOfComponent(vpc))),
    componentDefaults: stack.defaultGroupsBehind(vpcs.filter(isOfComponent)),
    handing: dependencies.flatMap((dependency) => handingProperties(dependency, referent)),
    held: dependencies.filter(isListHolder).flatMap((holder) => heldIds(holder, lists[referent]).map((id) => stack.keyOfId(id))),
  };
}

/** Once a VPC exists, the id of its default group is known. */
function hasUnknownDefaultGroup(resource: StackResource): boolean {
  return isBeingCreated(resource) || typeof resource.outputs["defaultSecurityGroupId"] !== "string";
}

/**
 * The resources that the list depends on. If they do not fill its holes, also descendants of components, default groups, and what other resources and components hand
 * on. Dependencies are those of both lists of a function: a component whose subnets the other list takes shows its groups here too.
 */
function candidatesFor(
  stack: Stack,
  { direct, named, defaults, componentDefaults, handing, held }: Sources,
  holes: PartialList["holes"],
  known: ReadonlySet<Key>,
  referent: ListReferent,
): readonly Key[] {
  if (isFilled(direct, holes, known) && direct.length === named.length) return named;
  const handed = [...handedOnKeys(stack, handing, referent), ...held];
  if (holes === "unknown") return unique([...named, ...defaults, ...componentDefaults, ...handed]);
  if (without(direct, known).length >= holes) return unique([...named, ...handed]);
  return unique([...named, ...defaults, ...componentDefaults, ...handed]);
}

/**
 * The groups that an unknown list probably is: those of its candidates that it depends on itself. A list of subnets of a component depends on the component's VPC, so
 * that the default group of that VPC is possible, and seldom meant. Undefined if nothing else is possible.
 */
function usualGroups(candidates: readonly Key[], { direct, named, defaults, componentDefaults }: Sources): readonly Key[] | undefined {
  const unusual = componentDefaults.filter((key) => !named.includes(key) && !defaults.includes(key));
  if (direct.length === 0 || unusual.length === 0) return undefined;
  return candidates.filter((key) => !unusual.includes(key));
}

/**
 * Whether a list may be another than that of the component that it depends on, because the function takes only its other list: it depends on some elements of the
 * component's list and not on all, or on none, and on a VPC whose default group it can be.
 */
function mayBeAnother(stack: Stack, own: readonly StackResource[], { candidates }: SharedList, referent: ListReferent): boolean {
  const direct = directOf(own, candidates);
  if (direct.length === candidates.length) return false;
  const { defaults, componentDefaults } = sourcesOf(stack, own, own, referent, true);
  return direct.length + defaults.length + componentDefaults.length > 0;
}

function directOf(dependencies: readonly StackResource[], keys: readonly Key[]): readonly Key[] {
  const urns = new Set(dependencies.map(({ urn }) => urn));
  return keys.filter((key) => urns.has(key));
}

/** Whether there are as many candidates as holes: under assumption S, they are the elements, whatever else the list depends on. */
function isFilled(candidates: readonly Key[], holes: PartialList["holes"], known: ReadonlySet<Key>): boolean {
  return without(candidates, known).length === holes;
}

function without(keys: readonly Key[], known: ReadonlySet<Key>): readonly Key[] {
  return keySet(keys).filter((key) => !known.has(key));
}

function unique(keys: readonly Key[]): readonly Key[] {
  return [...new Set(keys)];
}

function opacity(stack: Stack, { inputs }: StackResource, dependencies: readonly StackResource[], filled: boolean): Opacity | undefined {
  if (inputs === undefined) return "inputs-not-seen";
  return filled || isExplained(stack, dependencies) ? undefined : "foreign-dependency";
}

/** Whether everything that a list depends on shows which subnets and groups it returns. */
function isExplained(stack: Stack, dependencies: readonly StackResource[], steps = 0): boolean {
  return dependencies.every(
    (dependency) =>
      stack.holdsAny(dependency, networkReferents) ||
      handsOnOnly(dependency) ||
      (steps < MOST_STEPS && isGivenLists(dependency) && isExplained(stack, feedingOf(stack, dependency), steps + 1)),
  );
}

/** Whether it is a component such as `SharedVpcConfig` that outputs only lists that it was given. Without groups, it creates one. */
function isGivenLists(resource: StackResource): boolean {
  return (
    isListHolder(resource) &&
    Object.values(lists).every((property) => {
      const items = elements(given(resource, property));
      return items === UNKNOWN || items.length > 0;
    })
  );
}

/** What the lists of a component such as `SharedVpcConfig` depend on. */
function feedingOf(stack: Stack, holder: StackResource): readonly StackResource[] {
  return Object.values(lists).flatMap((property) => stack.dependencies(holder, property));
}
