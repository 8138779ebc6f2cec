import type { Step } from "@lambda-vpc/policy-kit";
import type { Key } from "@lambda-vpc/model";
import { referencesIn } from "../description/map-described";
import { type ResourceDescription, type Urn, urnOf } from "../description/program-description";
import { describedValue, idOfKey, NotApplicable, withDependencies, withInput, withoutInput } from "./edit-resource";
import { trimmedVersions } from "./trimmed-versions";

type Resources = readonly ResourceDescription[];

/** The resources with one step followed to the letter. @throws NotApplicable if it cannot be. */
export function applyStep(resources: Resources, step: Step): Resources {
  switch (step.step) {
    case "set-vpc-config":
      return edit(resources, step.functions, (resource) => {
        const { subnets, securityGroups } = step;
        const moved = subnets === undefined ? resource : withInput(resource, "vpcConfig.subnetIds", subnets.map(idOfKey));
        return securityGroups === undefined ? moved : withInput(moved, "vpcConfig.securityGroupIds", securityGroups.map(idOfKey));
      });
    case "leave-vpc":
      return edit(resources, step.functions, (resource) => withoutInput(resource, "vpcConfig"));
    case "depend-on":
      return edit(resources, step.resources, (one) => withDependencies(one, [...(one.dependsOn ?? []), ...declared(resources, step.on)]));
    case "do-not-depend-on":
      return edit(resources, step.resources, (one) => withoutDependencies(one, step.on));
    case "set-property":
      return edit(resources, step.resources, (one) => withInput(one, step.property, describedValue(step.value)));
    case "remove-property":
      return edit(resources, step.resources, (one) => withoutInput(one, step.property));
    case "set-option":
      return edit(resources, step.resources, (one) => ({ ...one, [step.option]: step.value }));
    case "add-resource":
      return withNewResource(resources, step);
    case "remove-resources":
      return withoutResources(resources, declared(resources, step.resources));
    case "trim-versions":
      return trimmedVersions(resources, declared(resources, step.functions));
  }
}

/** The resources with those of `keys` changed: all of them must be in the program. */
function edit(resources: Resources, keys: readonly Key[], change: (resource: ResourceDescription) => ResourceDescription): Resources {
  const named = new Set(declared(resources, keys));
  return resources.map((resource) => (named.has(urnOf(resource)) ? change(resource) : resource));
}

/** The keys as URNs of the program. */
function declared(resources: Resources, keys: readonly Key[]): readonly Urn[] {
  const urns = new Set(resources.map(urnOf));
  for (const key of keys) if (!urns.has(key)) throw new NotApplicable(`${key} is no resource of the program`);
  return keys;
}

function withoutDependencies(resource: ResourceDescription, on: readonly Key[]): ResourceDescription {
  const { dependsOn = [] } = resource;
  for (const key of on) if (!dependsOn.includes(key)) throw new NotApplicable(`${urnOf(resource)} has no ${key} in its dependsOn`);
  return withDependencies(
    resource,
    dependsOn.filter((urn) => !on.includes(urn)),
  );
}

function withNewResource(resources: Resources, step: Step & { readonly step: "add-resource" }): Resources {
  const { type, properties, dependsOn = [], dependents = [] } = step;
  const added: ResourceDescription = {
    kind: "custom",
    type,
    name: newName(resources, type),
    inputs: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, describedValue(value)])),
    ...(dependsOn.length === 0 ? {} : { dependsOn: declared(resources, dependsOn) }),
  };
  return edit([...resources, added], dependents, (one) => withDependencies(one, [...(one.dependsOn ?? []), urnOf(added)]));
}

function newName(resources: Resources, type: string): string {
  const names = new Set(resources.filter((one) => one.type === type).map(({ name }) => name));
  let number = 1;
  while (names.has(`advised-${number}`)) number += 1;
  return `advised-${number}`;
}

/** Removes resources, and their places in other resources' dependsOn. Nothing else may use them. */
function withoutResources(resources: Resources, removed: readonly Urn[]): Resources {
  const left = resources.filter((resource) => !removed.includes(urnOf(resource)));
  return left.map((resource) => {
    const { inputs, parent, provider, dependsOn } = resource;
    for (const urn of [...referencesIn(inputs), parent, provider])
      if (urn !== undefined && removed.includes(urn)) throw new NotApplicable(`${urnOf(resource)} still uses ${urn}`);
    return dependsOn === undefined
      ? resource
      : withDependencies(
          resource,
          dependsOn.filter((urn) => !removed.includes(urn)),
        );
  });
}
