import type { Value } from "../property/value";

/*
 * What a resource type's properties are, as data. The words are Terraform's, because the provider that we stand in for is a Terraform provider behind
 * Pulumi's bridge; src/schema turns this data and a program's inputs into what the bridge makes of them.
 */

/** The fields of a resource, or of an object inside it, by property name. */
export interface Fields {
  readonly [name: string]: Field;
}

/** A `document` is JSON as text, which a program may give as an object; `anything` is what no one here looks into. */
export type Scalar = "string" | "number" | "boolean" | "document" | "asset" | "anything";

/** An object (a Terraform block of which there is at most one). */
export interface ObjectShape {
  readonly object: Fields;
}

export type Shape =
  | Scalar
  | ObjectShape
  | { readonly list: Scalar | ObjectShape }
  | { readonly set: Scalar | ObjectShape }
  /** Named texts, such as tags. */
  | { readonly map: Scalar };

/** Who gives a field its value: `computed` AWS alone, `optionalComputed` AWS where the program does not. */
export type Presence = "required" | "optional" | "computed" | "optionalComputed";

export interface Field {
  readonly shape: Shape;
  readonly presence: Presence;
  /** The value of a field that the program leaves out. */
  readonly default?: Value;
  /** A change of this field replaces the resource. */
  readonly replaces?: true;
  /** An empty list means none, where no list leaves the field to AWS (SDKv2's attributes as blocks). */
  readonly emptyMeansNone?: true;
  /** A block of nothing but empty collections counts as no block where there was none (a DiffSuppressFunc): always, or once the resource exists. */
  readonly suppressedWhenEmpty?: "always" | "onceCreated";
  /** The form in which the plan and the state hold a text (SDKv2's StateFunc). */
  readonly normalize?: (given: string) => string;
  /** The longest name that autonaming makes for this field when the program gives none. */
  readonly autonamed?: number;
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

/** A name that the program may leave to us; `longest` as pulumi-aws has it for the type. */
export const autonamed = (maxLength: number): Field => ({ ...replacing(optionalComputed("string")), autonamed: maxLength });

/** `tags` and `tagsAll`, which every taggable resource has. */
export const tagFields: Fields = { tags: optional({ map: "string" }), tagsAll: optionalComputed({ map: "string" }) };

/** Every regional resource of @pulumi/aws 7 takes the region it lives in. */
export const regionFields: Fields = { region: replacing(optionalComputed("string")) };

export function isObjectShape(shape: Shape): shape is ObjectShape {
  return typeof shape === "object" && "object" in shape;
}

/** The shape of a list's or set's elements; undefined for what is neither. */
export function elementShape(shape: Shape): Scalar | ObjectShape | undefined {
  if (typeof shape !== "object") return undefined;
  if ("list" in shape) return shape.list;
  return "set" in shape ? shape.set : undefined;
}

export function isMapShape(shape: Shape): boolean {
  return typeof shape === "object" && "map" in shape;
}

/** Whether AWS gives the field its value where the program does not. */
export function isLeftToAws(field: Field): boolean {
  return field.presence === "computed" || field.presence === "optionalComputed";
}

/** Whether the order and repetition of the elements do not matter. */
export function isSet(shape: Shape): boolean {
  return typeof shape === "object" && "set" in shape;
}

/** Whether a program may give this field a value. */
export function isInput(field: Field): boolean {
  return field.presence !== "computed";
}
