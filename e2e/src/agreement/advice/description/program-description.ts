/** A program as data: what one Pulumi program declares, in the order in which it declares it. */
export interface ProgramDescription {
  readonly resources: readonly ResourceDescription[];
  /** The configuration of the pack. */
  readonly configuration: Readonly<Record<string, unknown>>;
}

/** The URN that a resource has in the stack `dev` of the project `shop`. */
export type Urn = string;

/** One resource. */
export interface ResourceDescription {
  readonly kind: "custom" | "component" | "provider";
  readonly type: string;
  readonly name: string;
  readonly inputs: Inputs;
  /** What a component registers as its outputs. */
  readonly outputs?: Inputs;
  readonly parent?: Urn;
  /** An explicit provider of the program. */
  readonly provider?: Urn;
  readonly dependsOn?: readonly Urn[];
  readonly deleteBeforeReplace?: boolean;
  readonly retainOnDelete?: boolean;
  readonly ignoreChanges?: readonly string[];
  /** The id of a resource that is read and not created. */
  readonly readId?: string;
}

/** The inputs of a resource, by name. */
export interface Inputs {
  readonly [property: string]: Described;
}

/** A value as a program gives it: JSON with outputs of resources in any place. */
export type Described = null | boolean | number | string | Node | readonly Described[] | Inputs;

/** What is not JSON in a program. */
export type Node =
  /** An output of a resource, or a part of one: `["vpcConfig", "vpcId"]`. */
  | { readonly $: "output"; readonly resource: Urn; readonly path: readonly [string, ...(string | number)[]] }
  /** A text that is put together: `pulumi.interpolate`. */
  | { readonly $: "text"; readonly parts: readonly Described[] }
  /** A value that an `apply` returns: unknown as a whole until these resources exist. */
  | { readonly $: "applied"; readonly value: Described; readonly after: readonly Urn[] }
  /** The code of a function; `trimmer`: the code of VersionTrimmer. */
  | { readonly $: "code"; readonly of?: "trimmer" };

/** The name of a URN's resource. */
export const PROJECT = "shop";
export const STACK = "dev";

/** The URN of a resource with this parent. */
export function urnOf({ type, name, parent }: Pick<ResourceDescription, "type" | "name" | "parent">): Urn {
  const qualified = parent === undefined ? type : `${parent.split("::")[2] ?? ""}$${type}`;
  return `urn:pulumi:${STACK}::${PROJECT}::${qualified}::${name}`;
}

/** Whether a value is an output, a text that is put together, an applied value, or code. */
export function isNode(value: Described): value is Node {
  return typeof value === "object" && value !== null && "$" in value;
}

/** Whether a value is a list. */
export function isList(value: Described): value is readonly Described[] {
  return Array.isArray(value);
}

/** Whether a value is an object of values. */
export function isInputs(value: Described | undefined): value is Inputs {
  return typeof value === "object" && value !== null && !isList(value) && !isNode(value);
}

/** The output `id` of a resource. */
export function idOf(resource: Urn): Node {
  return { $: "output", resource, path: ["id"] };
}
