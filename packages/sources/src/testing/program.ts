import type { PolicyResource, ValidatedResource } from "../views/policy-resources";
import { checkedInputs, type Json, type JsonObject, providedOutputs, UNKNOWN_TEXT } from "./terraform-bridge";

/** One `new …(name, inputs, { parent })` of a program. */
export interface Resource {
  readonly type: string;
  readonly name: string;
  readonly inputs: Inputs;
  readonly parent?: Resource;
  /** Its explicit dependencies (`{ dependsOn }`). */
  readonly after?: readonly Resource[];
  /** Its option `deleteBeforeReplace`. */
  readonly deleteBeforeReplace?: boolean;
  /** Its provider, which is a resource of the program too. */
  readonly provider?: Resource;
  /** Components do not exist in AWS: they have no provider and no id, and their outputs are what they register, unknown element by element. */
  readonly component: boolean;
  readonly registered?: () => Inputs;
}

/** A property value as a program gives it: JSON with outputs in any place. */
export type Input = null | boolean | number | string | Output | readonly Input[] | Inputs;

export interface Inputs {
  readonly [property: string]: Input;
}

/** A value that is known once everything it depends on exists. */
export class Output {
  constructor(
    readonly dependsOn: readonly Resource[],
    readonly value: Input,
  ) {}
}

export function resource(type: string, name: string, inputs: Inputs = {}, parent?: Resource): Resource {
  return { type, name, inputs, component: false, ...(parent === undefined ? {} : { parent }) };
}

export function component(type: string, name: string, parent?: Resource, inputs: Inputs = {}, registered: Inputs = {}): Resource {
  return { ...resource(type, name, inputs, parent), component: true, registered: () => registered };
}

/** `resource` with the option `dependsOn`. The result is another resource: refer to it instead of `resource`. */
export function madeAfter(resource: Resource, ...after: readonly Resource[]): Resource {
  return { ...resource, after };
}

/** `resource` with the option `deleteBeforeReplace`. The result is another resource: refer to it instead of `resource`. */
export function deletedFirst<R extends Resource>(resource: R, deleteBeforeReplace = true): R {
  return { ...resource, deleteBeforeReplace };
}

/** A provider: an explicit one, or one that the engine creates from the stack configuration, by its name. */
export function awsProvider(name: string, inputs: Inputs = {}): Resource {
  return resource("pulumi:providers:aws", name, inputs);
}

export function isProvider({ type }: { readonly type: string }): boolean {
  return type.startsWith("pulumi:providers:");
}

/** The output `resource.id`. */
export function idOf(resource: Resource): Output {
  return new Output([resource], awsId(resource));
}

/** What an `apply` over outputs of `dependsOn` returns: unknown as a whole until they exist, then `value`. */
export function applied(dependsOn: readonly Resource[], value: Input): Output {
  return new Output(dependsOn, value);
}

/**
 * What the policy SDK shows of one program at one moment: each resource to resource validation, then all of them to stack validation. Its
 * properties are plain, as they go over the wire; the SDK wraps them so that touching an unknown throws.
 */
export interface View {
  readonly validated: readonly ValidatedResource[];
  readonly resources: readonly PolicyResource[];
}

/** The view of a preview. `existing` resources were created before: none at a first preview. */
export function preview(program: readonly Resource[], existing: readonly Resource[] = []): View {
  const exists: Existence = (resource) => existing.includes(resource);
  const all = [STACK, ...program];
  return {
    validated: all.map((resource) => validatedResource(resource, exists)),
    resources: all.map((resource) => policyResource(resource, exists)),
  };
}

/** The view after all resources are created. */
export function settled(program: readonly Resource[]): View {
  return preview(program, program);
}

export function urnOf(resource: Resource): string {
  return `urn:pulumi:dev::shop::${qualifiedType(resource)}::${resource.name}`;
}

/** The AWS id of a resource after its creation. */
export function awsId({ type, name }: Resource): string {
  const prefix = idPrefixes[type];
  return prefix === undefined ? name : `${prefix}-${name}`;
}

const idPrefixes: Readonly<Record<string, string>> = {
  "aws:ec2/vpc:Vpc": "vpc",
  "aws:ec2/subnet:Subnet": "subnet",
  "aws:ec2/securityGroup:SecurityGroup": "sg",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": "sg",
  "aws:ec2/internetGateway:InternetGateway": "igw",
  "aws:ec2/routeTable:RouteTable": "rtb",
  "aws-native:ec2:Vpc": "vpc",
  "aws-native:ec2:Subnet": "subnet",
  "aws-native:ec2:SecurityGroup": "sg",
};

const STACK = component("pulumi:pulumi:Stack", "shop-dev");

function qualifiedType({ type, parent }: Resource): string {
  return parent === undefined ? type : `${qualifiedType(parent)}$${type}`;
}

type Existence = (resource: Resource) => boolean;

function validatedResource(resource: Resource, exists: Existence): ValidatedResource {
  const inputs = evaluateAll(resource.inputs, exists);
  return { urn: urnOf(resource), props: resource.component || isProvider(resource) ? inputs : checkedInputs(inputs) };
}

function policyResource(resource: Resource, exists: Existence): PolicyResource {
  const made = exists(resource) ? awsId(resource) : undefined;
  const outputs = resource.component
    ? evaluateAll(resource.registered?.() ?? {}, exists)
    : isProvider(resource)
      ? evaluateAll(resource.inputs, exists)
      : providedOutputs(resource.type, evaluateAll(resource.inputs, exists), made);
  return {
    urn: urnOf(resource),
    type: resource.type,
    props: outputs,
    ...(resource.component || isProvider(resource) ? {} : { provider: { urn: providerUrn(resource) } }),
    ...(resource === STACK ? {} : { parent: { urn: urnOf(resource.parent ?? STACK) } }),
    propertyDependencies: Object.fromEntries(
      Object.entries(resource.inputs).map(([property, input]) => [property, dependsOn(input).map((one) => ({ urn: urnOf(one) }))]),
    ),
    dependencies: [...new Set([...dependsOn(resource.inputs), ...(resource.after ?? [])])].map((one) => ({ urn: urnOf(one) })),
    opts: resource.deleteBeforeReplace === undefined ? {} : { deleteBeforeReplace: resource.deleteBeforeReplace },
  };
}

function providerUrn({ type, provider }: Resource): string {
  return provider === undefined ? `urn:pulumi:dev::sample::pulumi:providers:${type.split(":")[0]}::default` : urnOf(provider);
}

/** The resources that an input waits for, each once. */
export function dependsOn(input: Input): readonly Resource[] {
  if (input instanceof Output) return [...new Set([...input.dependsOn, ...dependsOn(input.value)])];
  return typeof input === "object" && input !== null ? [...new Set(Object.values(input).flatMap(dependsOn))] : [];
}

function evaluateAll(inputs: Inputs, exists: Existence): JsonObject {
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, evaluate(input, exists)]));
}

function evaluate(input: Input, exists: Existence): Json {
  if (input instanceof Output) return input.dependsOn.every(exists) ? evaluate(input.value, exists) : UNKNOWN_TEXT;
  if (isList(input)) return input.map((element) => evaluate(element, exists));
  return typeof input === "object" && input !== null ? evaluateAll(input, exists) : input;
}

function isList(input: Input): input is readonly Input[] {
  return Array.isArray(input);
}
