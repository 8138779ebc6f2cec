import {
  type Described,
  type Inputs,
  isList,
  isNode,
  type Node,
  type ProgramDescription,
  type ResourceDescription,
  type Urn,
} from "./program-description";

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

/** The program with other URNs, in inputs and options. */
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

/** The program with one resource changed. Throws if it is not declared. */
export function changeResource(
  program: ProgramDescription,
  resources: readonly ResourceDescription[],
  changed: ReadonlyMap<ResourceDescription, ResourceDescription>,
): ProgramDescription {
  return { ...program, resources: resources.map((one) => changed.get(one) ?? one) };
}
