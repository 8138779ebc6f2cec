import { closest } from "fastest-levenshtein";

/** What a configured value may be: as JSON schema, in words, and as a function. */
export interface Shape<T> {
  readonly schema: JsonSchema;
  /** `a whole number, at least 1`. */
  readonly accepts: string;
  readonly read: (value: unknown) => Reading<T>;
}

/** The value that a shape describes. */
export type ValueOf<S> = S extends Shape<infer T> ? T : never;

/** The part of JSON schema that shapes are published in. */
export interface JsonSchema {
  readonly type?: "integer" | "number" | "string" | "boolean" | "array" | "object";
  readonly description?: string;
  readonly default?: number | string | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly enum?: string[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: string[];
  readonly additionalProperties?: boolean;
}

/** A value as configured, or where inside it something is wrong, and what. */
export type Reading<T> =
  | { readonly readable: true; readonly value: T }
  /** `where`: the path inside the value, such as `[2].name`; empty for the value itself. */
  | ({ readonly readable: false; readonly where: string } & Mistake);

/** What is wrong with a value, continuing a sentence that begins with its place, and how to mend it. */
export interface Mistake {
  readonly problem: string;
  readonly fix: string;
}

export function readable<T>(value: T): Reading<T> {
  return { readable: true, value };
}

export function unreadable(value: unknown, accepts: string): Reading<never> {
  const problem = value === undefined ? "is missing" : `is ${JSON.stringify(value)}`;
  return { readable: false, where: "", problem, fix: `it takes ${accepts}` };
}

/** A text that is not empty; `pattern` and `accepts` go together. */
export function text(kind: { readonly pattern: RegExp; readonly accepts: string } = { pattern: /./, accepts: "a text" }): Shape<string> {
  return {
    schema: { type: "string", pattern: kind.pattern.source },
    accepts: kind.accepts,
    read: (value) => (typeof value === "string" && kind.pattern.test(value) ? readable(value) : unreadable(value, kind.accepts)),
  };
}

/** A whole number within bounds, both included. */
export function wholeNumber(bounds: { readonly minimum: number; readonly maximum?: number }): Shape<number> {
  const { minimum, maximum = Number.MAX_SAFE_INTEGER } = bounds;
  const accepts = `a whole number, ${bounds.maximum === undefined ? `at least ${minimum}` : `from ${minimum} to ${maximum}`}`;
  return {
    schema: { type: "integer", ...bounds },
    accepts,
    read: (value) =>
      typeof value === "number" && Number.isInteger(value) && value >= minimum && value <= maximum
        ? readable(value)
        : unreadable(value, accepts),
  };
}

/** A list of values of one shape; its order is kept. */
export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  const accepts = `a list, each element ${shape.accepts}`;
  return {
    schema: { type: "array", items: shape.schema },
    accepts,
    read: (value) =>
      Array.isArray(value) ? inOrder(value.map((item, index) => [`[${index}]`, shape.read(item)])) : unreadable(value, accepts),
  };
}

/** A key of a record that may be left out. */
export interface Optional<T> {
  readonly optional: true;
  readonly shape: Shape<T>;
}

export function optional<T>(shape: Shape<T>): Optional<T> {
  return { optional: true, shape };
}

/** The keys of a record. */
export type Keys = Readonly<Record<string, Shape<unknown> | Optional<unknown>>>;

type OptionalKeys<K extends Keys> = { [N in keyof K]: K[N] extends Optional<unknown> ? N : never }[keyof K];

/** The value that the keys of a record describe. */
type RecordOf<K extends Keys> = {
  readonly [N in Exclude<keyof K, OptionalKeys<K>>]: K[N] extends Shape<infer T> ? T : never;
} & { readonly [N in OptionalKeys<K>]?: K[N] extends Optional<infer T> ? T : never };

/** An object with these keys and no others. */
export function record<const K extends Keys>(keys: K): Shape<RecordOf<K>> {
  const entries = Object.entries(keys).map(([name, key]) => ("optional" in key ? { name, ...key } : { name, optional: false, shape: key }));
  const names = entries.map(({ name }) => name);
  const accepts = `an object of ${entries.map(({ name, optional }) => (optional ? `${name} (optional)` : name)).join(", ")}`;
  return {
    schema: {
      type: "object",
      properties: Object.fromEntries(entries.map(({ name, shape }) => [name, shape.schema])),
      required: entries.filter(({ optional }) => !optional).map(({ name }) => name),
      additionalProperties: false,
    },
    accepts,
    read: (value) => {
      if (!isRecord(value)) return unreadable(value, accepts);
      const stranger = Object.keys(value).find((name) => !names.includes(name));
      if (stranger !== undefined)
        return { readable: false, where: `.${stranger}`, problem: "is no key here", fix: nearest(stranger, names) };
      const given = entries.filter(({ name, optional }) => !optional || value[name] !== undefined);
      const read = inOrder(given.map(({ name, shape }) => [`.${name}`, shape.read(value[name])]));
      if (!read.readable) return read;
      return readable(Object.fromEntries(given.map(({ name }, index) => [name, read.value[index]])) as RecordOf<K>);
    },
  };
}

/** `did you mean "name"? It takes name, vpcId`: the fix for a name that is none of `names`. */
export function nearest(name: string, names: readonly string[]): string {
  return `did you mean "${closest(name, [...names])}"? It takes ${names.join(", ")}`;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function inOrder<T>(parts: readonly (readonly [where: string, reading: Reading<T>])[]): Reading<readonly T[]> {
  const values: T[] = [];
  for (const [where, reading] of parts) {
    if (!reading.readable) return { ...reading, where: where + reading.where };
    values.push(reading.value);
  }
  return readable(values);
}
