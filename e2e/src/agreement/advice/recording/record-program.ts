import * as pulumi from "@pulumi/pulumi";
import { createRequire } from "node:module";
import { declarationOrder } from "../description/declaration-order";
import {
  type Described,
  type Inputs,
  type Node,
  PROJECT,
  type ResourceDescription,
  STACK,
  type Urn,
  urnOf,
} from "../description/program-description";
import { isTakenApart, sentinel, withOutputs } from "./sentinels";

/** A recorded program, or why it cannot be recorded. */
export type Recorded = { readonly resources: readonly ResourceDescription[] } | { readonly unrecordable: string };

/** What the SDK was asked to declare. */
interface Declared {
  readonly resource: pulumi.Resource;
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  /** The inputs as the program gave them: plain values and outputs. */
  readonly props: Readonly<Record<string, unknown>>;
  readonly options: pulumi.CustomResourceOptions;
  /** The inputs and the provider as the engine would receive them. */
  received?: { readonly inputs: Readonly<Record<string, unknown>>; readonly provider: string };
  registered?: unknown;
}

/** The key under which a mock finds the declaration of what it is given. */
const INDEX = "recordedIndex";

/**
 * Runs the program in `file` over a mock of the engine, in which every output is a text that names it, and describes what it declares. It needs a
 * separate process: the SDK has one mock for a process.
 */
export async function recordProgram(file: string): Promise<Recorded> {
  const declared: Declared[] = [];
  let invoked: string | undefined;
  const failures: unknown[] = [];
  const fail = (reason: unknown): void => void failures.push(reason);
  process.on("unhandledRejection", fail);
  await pulumi.runtime.setMocks(
    {
      newResource: ({ inputs, provider = "", id, type, name }) => {
        const { [INDEX]: index, ...rest } = inputs as Record<string, unknown>;
        if (typeof index !== "number") return { id: id ?? `${name}-id`, state: rest };
        const one = declared[index];
        if (one === undefined) throw new Error(`${type} ${name} was not declared`);
        one.received = { inputs: rest, provider };
        return { id: sentinel(index, "id"), state: stateOf(index, one, rest) };
      },
      call: ({ token }) => {
        invoked ??= token;
        return {};
      },
    },
    PROJECT,
    STACK,
  );
  const registerOutputs = Reflect.get(pulumi.ComponentResource.prototype, "registerOutputs") as (outputs: unknown) => void;
  Reflect.set(pulumi.ComponentResource.prototype, "registerOutputs", function (this: pulumi.Resource, outputs: unknown) {
    const one = declared.find(({ resource }) => resource === this);
    if (one !== undefined) one.registered = outputs;
    registerOutputs.call(this, {});
  });
  try {
    await pulumi.runtime.runInPulumiStack(() => {
      pulumi.runtime.registerStackTransformation(({ resource, type, name, props, opts }) => {
        const index = declared.length;
        declared.push({ resource, type, name, custom: resource instanceof pulumi.CustomResource, props: { ...props }, options: opts });
        return { props: { ...props, [INDEX]: index }, opts };
      });
      createRequire(file)(file);
      return Promise.resolve(undefined);
    });
    await pulumi.runtime.disconnect();
    if (failures.length > 0) throw failures[0];
    if (invoked !== undefined) throw new Error(`calls the function ${invoked}`);
    return { resources: await describe(declared) };
  } catch (error) {
    return { unrecordable: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  } finally {
    process.off("unhandledRejection", fail);
    Reflect.set(pulumi.ComponentResource.prototype, "registerOutputs", registerOutputs);
  }
}

/** Outputs that the program gives are texts that name them too, so that what uses them keeps its dependency. */
function stateOf(index: number, { props }: Declared, inputs: Readonly<Record<string, unknown>>): object {
  const names = Object.keys(props).filter((name) => props[name] === undefined || typeof inputs[name] === "string");
  return { ...inputs, ...Object.fromEntries(names.map((name) => [name, sentinel(index, name)])) };
}

async function describe(declared: readonly Declared[]): Promise<readonly ResourceDescription[]> {
  const urns = new Map<pulumi.Resource, Urn>();
  const resources: ResourceDescription[] = [];
  const parents = new Map(declared.map((one) => [one.resource, one]));
  const parentOf = (parent: pulumi.Resource | undefined): { readonly parent?: Urn } => {
    const one = parent === undefined ? undefined : parents.get(parent);
    return one === undefined ? {} : { parent: urnOf({ ...one, ...parentOf(one.options.parent) }) };
  };
  for (const one of declared) urns.set(one.resource, urnOf({ ...one, ...parentOf(one.options.parent) }));
  for (const one of declared) resources.push(await describeOne(one, declared, urns, parentOf(one.options.parent)));
  const ordered = declarationOrder(resources);
  if (ordered === undefined) throw new Error("resources need each other");
  return ordered;
}

type Urns = ReadonlyMap<pulumi.Resource, Urn>;

async function describeOne(
  { type, name, custom, props, options, received, registered, resource }: Declared,
  declared: readonly Declared[],
  urns: Urns,
  parent: { readonly parent?: Urn },
): Promise<ResourceDescription> {
  if (!custom && Reflect.get(resource, "__remote") === true) throw new Error(`${type} is a remote component`);
  const urnAt = (index: number): Urn => {
    const at = declared[index];
    return (at === undefined ? undefined : urns.get(at.resource)) ?? "";
  };
  const { inputs = {}, provider = "" } = received ?? {};
  const reader: Reader = { urns, urnAt, of: `${type} ${name}` };
  const explicit = /@@(\d+):id@@$/.exec(provider)?.[1];
  const readId = options.id === undefined ? undefined : await plainId(options.id);
  return {
    kind: resource instanceof pulumi.ProviderResource ? "provider" : custom ? "custom" : "component",
    type,
    name,
    inputs: custom ? await describeInputs(inputs, props, reader) : {},
    ...(custom || registered === undefined ? {} : { outputs: await describeOutputs(registered, reader) }),
    ...parent,
    ...(explicit === undefined ? {} : { provider: urnAt(Number(explicit)) }),
    ...(await dependenciesOf(options, urns)),
    ...(options.deleteBeforeReplace === undefined ? {} : { deleteBeforeReplace: options.deleteBeforeReplace }),
    ...(options.retainOnDelete === undefined ? {} : { retainOnDelete: options.retainOnDelete }),
    ...(options.ignoreChanges === undefined ? {} : { ignoreChanges: options.ignoreChanges }),
    ...(readId === undefined ? {} : { readId }),
  };
}

async function plainId(id: unknown): Promise<string> {
  const value = await promised(id);
  if (typeof value !== "string" || value.includes("@@")) throw new Error("an id that is read is an output");
  return value;
}

async function dependenciesOf({ dependsOn }: pulumi.CustomResourceOptions, urns: Urns): Promise<{ readonly dependsOn?: readonly Urn[] }> {
  if (dependsOn === undefined) return {};
  const all = [await promised(dependsOn)].flat().map((one) => {
    const urn = one instanceof pulumi.Resource ? urns.get(one) : undefined;
    if (urn === undefined) throw new Error("a dependency is no resource of the program");
    return urn;
  });
  return all.length === 0 ? {} : { dependsOn: [...new Set(all)] };
}

/** The value of an input. The SDK resolves a resource in an output to the resource. */
function promised(input: unknown): Promise<unknown> {
  const output = pulumi.output(input) as pulumi.Output<unknown>;
  return new Promise((resolve) => output.apply(resolve));
}

interface Reader {
  readonly urns: Urns;
  readonly urnAt: (index: number) => Urn;
  readonly of: string;
}

async function describeInputs(
  received: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
  reader: Reader,
): Promise<Inputs> {
  const entries = await Promise.all(
    Object.entries(received)
      .filter(([, value]) => value !== undefined)
      .map(async ([name, value]) => [name, await describeValue(value, given[name], reader)] as const),
  );
  return Object.fromEntries(entries);
}

async function describeOutputs(registered: unknown, reader: Reader): Promise<Inputs> {
  if (typeof registered !== "object" || registered === null) return {};
  const entries = await Promise.all(
    Object.entries(registered).map(async ([name, value]) => [name, await describeValue(await plain(value), value, reader)] as const),
  );
  return Object.fromEntries(entries);
}

/** A registered output without the outputs in it. */
async function plain(value: unknown): Promise<unknown> {
  return promised(pulumi.output(value));
}

/** The value that the engine received for what the program gave. An output of more than the value shows becomes an applied value. */
async function describeValue(received: unknown, given: unknown, reader: Reader): Promise<Described> {
  if (pulumi.Output.isInstance(given)) {
    const value = await describeValue(received, undefined, reader);
    if (isDerivedRange(value, given, reader)) throw new Error("derives a range from an output");
    const after = await resourcesOf(given, reader.urns);
    const isWhole = typeof value !== "object" || value === null ? after.length > 0 : !("$" in value && value.$ !== "output");
    const shows = typeof value === "object" && value !== null && "$" in value && value.$ === "output" && after.length === 1;
    return isWhole && !shows && after.length > 0 ? { $: "applied", value, after } : value;
  }
  if (typeof received === "string") {
    if (isTakenApart(received)) throw new Error(`${reader.of} takes an output apart`);
    return withOutputs(received, reader.urnAt);
  }
  if (isCode(received)) return { $: "code" };
  if (pulumi.Resource.isInstance(received)) throw new Error(`${reader.of} takes a resource as an input`);
  if (Array.isArray(received)) {
    const elements: readonly unknown[] = Array.isArray(given) ? given : [];
    return Promise.all(received.map((element: unknown, index) => describeValue(element, elements[index], reader)));
  }
  if (typeof received === "object" && received !== null)
    return describeInputs(received as Record<string, unknown>, (typeof given === "object" ? given : {}) as Record<string, unknown>, reader);
  return typeof received === "number" || typeof received === "boolean" ? received : null;
}

/** Whether a program makes a range of another one, as texts do not: `/56` is in no text that stands for an output. */
function isDerivedRange(value: Described, given: unknown, { urns }: Reader): boolean {
  if (typeof value !== "object" || value === null || !("$" in value) || value.$ !== "output") return false;
  const { resource, path } = value as Extract<Node, { readonly $: "output" }>;
  const [output] = path;
  const made = [...urns].find(([, urn]) => urn === resource)?.[0];
  return /cidr/i.test(output) && made !== undefined && Reflect.get(made, output) !== given;
}

function isCode(value: unknown): boolean {
  return pulumi.asset.Asset.isInstance(value) || pulumi.asset.Archive.isInstance(value);
}

async function resourcesOf(output: pulumi.Output<unknown>, urns: Urns): Promise<readonly Urn[]> {
  const hidden = output as unknown as { readonly allResources?: () => Promise<Set<pulumi.Resource>> };
  const all = (await hidden.allResources?.()) ?? new Set<pulumi.Resource>();
  return [...all].flatMap((resource) => {
    const urn = urns.get(resource);
    return urn === undefined ? [] : [urn];
  });
}
