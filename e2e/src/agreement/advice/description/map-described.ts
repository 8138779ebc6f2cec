import { type Described, type Inputs, isList, isNode, type Node, type ResourceDescription, type Urn, urnOf } from "./program-description";

/** The value with each node replaced; the parts of a node first. */
export function mapNodes(value: Described, change: (node: Node) => Described): Described {
  if (isNode(value)) {
    switch (value.$) {
      case "text":
        return change({ ...value, parts: value.parts.map((part) => mapNodes(part, change)) });
      case "applied":
        return change({ ...value, value: mapNodes(value.value, change) });
      case "output":
      case "code":
        return change(value);
    }
  }
  if (isList(value)) return value.map((element) => mapNodes(element, change));
  return typeof value === "object" && value !== null ? mapInputs(value, change) : value;
}

/** The inputs with each node replaced. */
export function mapInputs(inputs: Inputs, change: (node: Node) => Described): Inputs {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, mapNodes(value, change)]));
}

/** The resources that a value is made of, each once. */
export function referencesIn(value: Described): readonly Urn[] {
  const found = new Set<Urn>();
  mapNodes(value, (node) => {
    if (node.$ === "output") found.add(node.resource);
    if (node.$ === "applied") for (const urn of node.after) found.add(urn);
    return node;
  });
  return [...found];
}

/** The resources that a resource must be declared after, each once. */
export function neededBy({ inputs, parent, provider, dependsOn = [] }: ResourceDescription): readonly Urn[] {
  const options = [...dependsOn, ...(parent === undefined ? [] : [parent]), ...(provider === undefined ? [] : [provider])];
  return [...new Set([...referencesIn(inputs), ...options])];
}

/** A resource with other URNs in its inputs, outputs and options. */
export function renameReferences(resource: ResourceDescription, renamed: (urn: Urn) => Urn): ResourceDescription {
  const { parent, provider, dependsOn, outputs } = resource;
  const change = (node: Node): Described => {
    if (node.$ === "output") return { ...node, resource: renamed(node.resource) };
    return node.$ === "applied" ? { ...node, after: node.after.map(renamed) } : node;
  };
  return {
    ...resource,
    inputs: mapInputs(resource.inputs, change),
    ...(outputs === undefined ? {} : { outputs: mapInputs(outputs, change) }),
    ...(parent === undefined ? {} : { parent: renamed(parent) }),
    ...(provider === undefined ? {} : { provider: renamed(provider) }),
    ...(dependsOn === undefined ? {} : { dependsOn: dependsOn.map(renamed) }),
  };
}

/** The resources without what components register of resources that are not declared. */
export function withoutDanglingOutputs(resources: readonly ResourceDescription[]): readonly ResourceDescription[] {
  const declared = new Set(resources.map(urnOf));
  const isDeclared = ([, value]: [string, Described]): boolean => referencesIn(value).every((urn) => declared.has(urn));
  return resources.map((one) =>
    one.outputs === undefined ? one : { ...one, outputs: Object.fromEntries(Object.entries(one.outputs).filter(isDeclared)) },
  );
}
