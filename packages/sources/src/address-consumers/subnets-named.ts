import type { Key, PartialList } from "@lambda-vpc/model";
import { readList } from "../lists/read-list";
import type { Stack } from "../stack/stack";
import type { StackResource } from "../stack/stack-resource";
import { isList, isProperties, UNKNOWN, type Value } from "../stack/value";

/** Properties that hold ids of subnets, by the naming conventions of AWS: `subnetId`, `subnetIds`, `subnets`, `clientSubnets`. */
const naming = /(^s|S)ubnet(s|Ids?)?$|^vpcZoneIdentifiers?$/;
/** Properties that contain such properties. If completely unknown, they may hold ids of the subnets that they depend on. */
const holding = /^(vpc|network|subnet)\w*(Config(uration)?|Option|Mapping|Setting|Detail)s?$/;

const none: PartialList = { known: [], holes: 0, candidates: [] };

/** The subnets that a resource of any type names in any of its properties. */
export function subnetsNamed(stack: Stack, resource: StackResource): PartialList {
  const lists = Object.entries(resource.inputs ?? resource.outputs).flatMap(([property, value]) => {
    const found = idsIn(property, value);
    const ids: readonly Value[] = found.includes("any number") ? [found.filter(isOne), UNKNOWN] : [found.filter(isOne)];
    return ids.map((list) => readList(stack, { resource, property }, list, "subnet"));
  });
  return lists.filter((list) => isRelevant(resource, list)).reduce(merged, none);
}

/** An id, an unknown id, or an unknown number of ids. */
type Found = string | typeof UNKNOWN | "any number";

function isOne(found: Found): found is string | typeof UNKNOWN {
  return found !== "any number";
}

function idsIn(name: string, value: Value): readonly Found[] {
  if (isList(value)) return value.flatMap((item) => (item === UNKNOWN ? unknownOf(name, true) : idsIn(name, item)));
  if (isProperties(value)) return Object.entries(value).flatMap(([inner, one]) => idsIn(inner, one));
  if (value === UNKNOWN) return unknownOf(name, !/s$/i.test(name));
  // In other properties, such as environment variables, a text of this form is not a placement.
  return typeof value === "string" && naming.test(name) && value.startsWith("subnet-") ? [value] : [];
}

function unknownOf(name: string, one: boolean): readonly Found[] {
  if (naming.test(name)) return one ? [UNKNOWN] : ["any number"];
  return holding.test(name) ? ["any number"] : [];
}

/** Other clouds also have subnets: an unknown id that depends on no AWS subnet is ignored, unless the resource is an AWS resource. */
function isRelevant({ type }: StackResource, { known, holes, candidates }: PartialList): boolean {
  return known.length + candidates.length > 0 || (holes !== 0 && type.startsWith("aws"));
}

/** Merges two lists of one resource. They may name the same subnets, so their holes are not added. */
function merged(left: PartialList, right: PartialList): PartialList {
  if (left.holes === 0 && right.holes === 0) return { ...none, known: union(left.known, right.known) };
  if (isEmpty(left) || isEmpty(right)) return isEmpty(left) ? right : left;
  const opaque = left.opaque ?? right.opaque;
  const candidates = [left.known, left.candidates, right.known, right.candidates].reduce(union);
  return { known: [], holes: "unknown", candidates, ...(opaque === undefined ? {} : { opaque }) };
}

function isEmpty({ known, holes }: PartialList): boolean {
  return holes === 0 && known.length === 0;
}

function union(left: readonly Key[], right: readonly Key[]): readonly Key[] {
  return [...new Set([...left, ...right])];
}
