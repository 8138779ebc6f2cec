import * as pulumi from "@pulumi/pulumi";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { mapNodes } from "./map-described";
import {
  type Described,
  type Inputs,
  isList,
  isNode,
  type ProgramDescription,
  type ResourceDescription,
  type Urn,
  urnOf,
} from "./program-description";

/** The version of the provider that all programs here use. */
const AWS_VERSION = "7.48.0";

const load = createRequire(__filename);

/** A resource of any type, without the class of its package: programs then start without @pulumi/aws. */
class DescribedResource extends pulumi.CustomResource {}
class DescribedProvider extends pulumi.ProviderResource {}

/** Declares the resources of a description in the running Pulumi program. */
export function runDescription({ resources }: ProgramDescription): void {
  const made = new Map<Urn, pulumi.Resource>();
  const outputs = outputsUsed(resources);
  const components: [pulumi.Resource, Inputs][] = [];
  for (const resource of resources) {
    const urn = urnOf(resource);
    const declared = declare(resource, outputs.get(urn) ?? new Set(), made);
    made.set(urn, declared);
    if (resource.kind === "component") components.push([declared, resource.outputs ?? {}]);
  }
  for (const [component, registered] of components) registerOutputs(component, evaluateInputs(registered, made));
}

type Made = ReadonlyMap<Urn, pulumi.Resource>;

function declare(resource: ResourceDescription, outputs: ReadonlySet<string>, made: Made): pulumi.Resource {
  const { kind, type, name, inputs, readId } = resource;
  const options = optionsOf(resource, made);
  const given = { ...Object.fromEntries([...outputs].map((output) => [output, undefined])), ...evaluateInputs(inputs, made) };
  switch (kind) {
    case "component":
      return new pulumi.ComponentResource(type, name, {}, options);
    case "provider":
      return new DescribedProvider(type.split(":").at(-1) ?? "", name, given, { ...options, version: AWS_VERSION });
    case "custom":
      return new DescribedResource(type, name, given, {
        ...options,
        version: AWS_VERSION,
        ...(readId === undefined ? {} : { id: readId }),
      });
  }
}

function optionsOf(resource: ResourceDescription, made: Made): pulumi.CustomResourceOptions {
  const { parent, provider, dependsOn, deleteBeforeReplace, retainOnDelete, ignoreChanges } = resource;
  const one = provider === undefined ? undefined : found(provider, made);
  return {
    ...(parent === undefined ? {} : { parent: found(parent, made) }),
    ...(one instanceof pulumi.ProviderResource ? { provider: one } : {}),
    ...(dependsOn === undefined ? {} : { dependsOn: dependsOn.map((urn) => found(urn, made)) }),
    ...(deleteBeforeReplace === undefined ? {} : { deleteBeforeReplace }),
    ...(retainOnDelete === undefined ? {} : { retainOnDelete }),
    ...(ignoreChanges === undefined ? {} : { ignoreChanges: [...ignoreChanges] }),
  };
}

/** `registerOutputs` of a component is protected: components call it themselves. */
function registerOutputs(component: pulumi.Resource, outputs: pulumi.Inputs): void {
  (component as unknown as { registerOutputs(outputs: pulumi.Inputs): void }).registerOutputs(outputs);
}

function evaluateInputs(inputs: Inputs, made: Made): pulumi.Inputs {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, evaluate(value, made)]));
}

function evaluate(value: Described, made: Made): pulumi.Input<unknown> {
  if (isList(value)) return value.map((element) => evaluate(element, made));
  if (typeof value !== "object" || value === null) return value;
  if (!isNode(value)) return evaluateInputs(value, made);
  switch (value.$) {
    case "code":
      return value.of === "trimmer" ? trimmerCode() : functionCode();
    case "output": {
      const [output, ...rest] = value.path;
      const whole = Reflect.get(found(value.resource, made), output) as pulumi.Output<unknown>;
      return rest.length === 0
        ? whole
        : whole.apply((outer) => rest.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), outer));
    }
    case "text":
      return pulumi.all(value.parts.map((part) => evaluate(part, made))).apply((parts) => parts.join(""));
    case "applied": {
      const after = value.after.map((urn) => existenceOf(found(urn, made)));
      return pulumi.all([evaluate(value.value, made), ...after]).apply(([result]) => result);
    }
  }
}

function functionCode(): pulumi.asset.Archive {
  return new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => 0;") });
}

/** The components keep it to themselves. */
function trimmerCode(): pulumi.asset.Archive {
  const module: unknown = load(join(dirname(load.resolve("@lambda-vpc/components")), "trimming/trimmer-code.js"));
  return (module as { readonly TRIMMER_CODE: { readonly code: pulumi.asset.Archive } }).TRIMMER_CODE.code;
}

/** An output that is known once the resource exists. */
function existenceOf(resource: pulumi.Resource): pulumi.Output<string> {
  return resource instanceof pulumi.CustomResource ? resource.id : resource.urn;
}

function found(urn: Urn, made: Made): pulumi.Resource {
  const resource = made.get(urn);
  if (resource === undefined) throw new Error(`${urn} is used before it is declared`);
  return resource;
}

/** The outputs of each resource that others use: the SDK returns only those that are declared with the inputs. */
function outputsUsed(resources: readonly ResourceDescription[]): ReadonlyMap<Urn, ReadonlySet<string>> {
  const used = new Map<Urn, Set<string>>();
  for (const { inputs, outputs = {} } of resources)
    mapNodes({ inputs, outputs }, (node) => {
      if (node.$ === "output" && node.path[0] !== "id" && node.path[0] !== "urn")
        used.set(node.resource, (used.get(node.resource) ?? new Set()).add(node.path[0]));
      return node;
    });
  return used;
}
