import { applied, component, idOf, type Input, type Resource, resource } from "@lambda-vpc/sources/testing";
import { referencesIn } from "../description/map-described";
import { type Described, type Inputs, isList, isNode, type ResourceDescription, type Urn, urnOf } from "../description/program-description";

type Made = ReadonlyMap<Urn, Resource>;

/** The resources of a description as the tests of policies write them. */
export function paperProgram(resources: readonly ResourceDescription[]): readonly Resource[] {
  const made = new Map<Urn, Resource>();
  for (const one of resources) made.set(urnOf(one), paperResource(one, made));
  return [...made.values()];
}

function paperResource(described: ResourceDescription, made: Made): Resource {
  const { kind, type, name, parent, dependsOn = [], outputs = {} } = described;
  const after = dependsOn.flatMap((urn) => made.get(urn) ?? []);
  const outer = parent === undefined ? undefined : made.get(parent);
  if (kind === "component") {
    const registered = (): Readonly<Record<string, Input>> => paperInputs(outputs, made);
    return { ...component(type, name, outer), registered, ...(after.length === 0 ? {} : { after }) };
  }
  const one = resource(type, name, paperInputs(described.inputs, made), outer);
  return after.length === 0 ? one : { ...one, after };
}

function paperInputs(inputs: Inputs, made: Made): Readonly<Record<string, Input>> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, paperValue(value, made)]));
}

function paperValue(value: Described, made: Made): Input {
  if (isList(value)) return value.map((element) => paperValue(element, made));
  if (typeof value !== "object" || value === null) return value;
  if (!isNode(value)) return paperInputs(value, made);
  switch (value.$) {
    case "code":
      return "code";
    case "output": {
      const one = made.get(value.resource);
      if (one === undefined) throw new Error(`${value.resource} is used before it is declared`);
      const [output] = value.path;
      if (output === "id") return idOf(one);
      const given = one.inputs[output];
      // A known input is a known output at a preview.
      return typeof given === "string" || typeof given === "number" ? given : applied([one], `${one.name}.${value.path.join(".")}`);
    }
    case "text": {
      const parts = value.parts.map((part) => paperValue(part, made));
      if (parts.every((part) => typeof part === "string" || typeof part === "number")) return parts.join("");
      return applied(
        referencesIn(value).flatMap((urn) => made.get(urn) ?? []),
        "a text",
      );
    }
    case "applied":
      return applied(
        value.after.flatMap((urn) => made.get(urn) ?? []),
        paperValue(value.value, made),
      );
  }
}
