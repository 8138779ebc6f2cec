import type { Properties, Value } from "../property/value";

/*
 * The schema of a resource type, as data. The terms are those of Terraform, because the AWS provider is a Terraform provider behind
 * Pulumi's bridge. src/schema applies the bridge's rules to this data and a program's inputs.
 */

/** The fields of a resource, or of an object inside it, by property name. */
export interface Fields {
  readonly [name: string]: Field;
}

/** A `document` is JSON text, which a program may pass as an object. `anything` is not inspected. */
export type Scalar = "string" | "number" | "boolean" | "document" | "asset" | "anything";

/** An object (a Terraform block with at most one instance). */
export interface ObjectShape {
  readonly object: Fields;
}

export type Shape =
  | Scalar
  | ObjectShape
  | { readonly list: Scalar | ObjectShape }
  | { readonly set: Scalar | ObjectShape }
  /** A map of texts, such as tags. */
  | { readonly map: Scalar };

/** Who sets a field: for `computed` AWS, for `optionalComputed` AWS unless the program does. */
export type Presence = "required" | "optional" | "computed" | "optionalComputed";

export interface Field {
  readonly shape: Shape;
  readonly presence: Presence;
  /** The value if the program sets none. */
  readonly default?: Value;
  /** What AWS documents to set if the program sets none. Unknown until then. */
  readonly awsDefault?: Value;
  /** A change of this field replaces the resource. */
  readonly replaces?: true;
  /** An empty list means none. An absent list leaves the field to AWS (SDKv2's attributes as blocks). */
  readonly emptyMeansNone?: true;
  /**
   * A block with only empty collections counts as absent where there was none (a DiffSuppressFunc): always, or once the resource exists.
   */
  readonly suppressedWhenEmpty?: "always" | "onceCreated";
  /** Converts a text to its format in the plan and state (SDKv2's StateFunc). */
  readonly normalize?: (given: string) => string;
  /** The maximum length of a generated name for this field. */
  readonly autonamed?: number;
  /** Changes a generated name to what the service accepts. */
  readonly nameForm?: (name: string, inputs: Properties) => string;
}

export const required = (shape: Shape): Field => ({ shape, presence: "required" });
export const optional = (shape: Shape): Field => ({ shape, presence: "optional" });
export const computed = (shape: Shape): Field => ({ shape, presence: "computed" });
export const optionalComputed = (shape: Shape): Field => ({ shape, presence: "optionalComputed" });
export const defaulted = (shape: Scalar, value: Value): Field => ({ shape, presence: "optional", default: value });
export const replacing = (field: Field): Field => ({ ...field, replaces: true });

export const emptyMeansNone = (field: Field): Field => ({ ...field, emptyMeansNone: true });
export const suppressedWhenEmpty = (since: "always" | "onceCreated", field: Field): Field => ({ ...field, suppressedWhenEmpty: since });
export const normalizedBy = (normalize: (given: string) => string, field: Field): Field => ({ ...field, normalize });

/** A name that is generated unless the program sets one. `maxLength` as in pulumi-aws. */
export const autonamed = (maxLength: number): Field => ({ ...replacing(optionalComputed("string")), autonamed: maxLength });

/** `tags` and `tagsAll`, which every taggable resource has. */
export const tagFields: Fields = { tags: optional({ map: "string" }), tagsAll: optionalComputed({ map: "string" }) };

/** Every regional resource of @pulumi/aws 7 has the property `region`. */
export const regionFields: Fields = { region: replacing(optionalComputed("string")) };

/** The fields without those of these names. */
export function withoutFields(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

export function isObjectShape(shape: Shape): shape is ObjectShape {
  return typeof shape === "object" && "object" in shape;
}

/** The shape of the elements of a list or set. Undefined for other shapes. */
export function elementShape(shape: Shape): Scalar | ObjectShape | undefined {
  if (typeof shape !== "object") return undefined;
  if ("list" in shape) return shape.list;
  return "set" in shape ? shape.set : undefined;
}

export function isMapShape(shape: Shape): boolean {
  return typeof shape === "object" && "map" in shape;
}

/** Whether AWS sets the field unless the program does. */
export function isLeftToAws(field: Field): boolean {
  return field.presence === "computed" || field.presence === "optionalComputed";
}

/** Whether the order and repetition of elements are irrelevant. */
export function isSet(shape: Shape): boolean {
  return typeof shape === "object" && "set" in shape;
}

/** Whether a program may set this field. */
export function isInput(field: Field): boolean {
  return field.presence !== "computed";
}
