import type { PropertyValue } from "@lambda-vpc/policy-kit";
import { type Key, vpcOfDefaultGroup } from "@lambda-vpc/model";
import {
  type Described,
  idOf,
  type Inputs,
  isInputs,
  isNode,
  type ResourceDescription,
  type Urn,
} from "../description/program-description";

/** Why a step cannot be followed. A fix whose step cannot be followed breaks the law. */
export class NotApplicable extends Error {}

/** The value that an engineer writes for a key: the id of a resource of the program, an id of the account, or an output of the VPC. */
export function idOfKey(key: Key): Described {
  const vpc = vpcOfDefaultGroup(key);
  if (vpc !== undefined) {
    if (!vpc.startsWith("urn:")) throw new NotApplicable(`the default group of ${vpc} is no resource of the program`);
    return { $: "output", resource: vpc, path: ["defaultSecurityGroupId"] };
  }
  return key.startsWith("urn:") ? idOf(key) : key;
}

/** The value of a fix as an engineer writes it. */
export function describedValue(value: PropertyValue): Described {
  if (typeof value !== "object") return value;
  if ("resource" in value) return { $: "output", resource: value.resource, path: [value.output] };
  return value.map(describedValue);
}

/** The resource with an input set, at a path. An object on the way that an `apply` returns is written out. */
export function withInput(resource: ResourceDescription, property: string, value: Described): ResourceDescription {
  return { ...resource, inputs: setAt(resource.inputs, property.split("."), value) };
}

function setAt(inputs: Inputs, [name = "", ...rest]: readonly string[], value: Described): Inputs {
  return { ...inputs, [name]: rest.length === 0 ? value : setAt(objectAt(inputs, name), rest, value) };
}

/** The resource without an input. It must be there. */
export function withoutInput(resource: ResourceDescription, property: string): ResourceDescription {
  return { ...resource, inputs: removeAt(resource.inputs, property.split(".")) };
}

function removeAt(inputs: Inputs, [name = "", ...rest]: readonly string[]): Inputs {
  if (!(name in inputs)) throw new NotApplicable(`there is no input ${name} to remove`);
  if (rest.length > 0) return { ...inputs, [name]: removeAt(objectAt(inputs, name), rest) };
  return Object.fromEntries(Object.entries(inputs).filter(([other]) => other !== name));
}

function objectAt(inputs: Inputs, name: string): Inputs {
  const value = inputs[name];
  if (value === undefined) return {};
  const written = typeof value === "object" && value !== null && isNode(value) && value.$ === "applied" ? value.value : value;
  if (!isInputs(written)) throw new NotApplicable(`${name} is no object of the program`);
  return written;
}

/** The resource with more, or fewer, resources in its option dependsOn. */
export function withDependencies(resource: ResourceDescription, dependsOn: readonly Urn[]): ResourceDescription {
  return { ...resource, dependsOn: [...new Set(dependsOn)] };
}
