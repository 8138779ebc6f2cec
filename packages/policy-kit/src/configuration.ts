import { closest } from "fastest-levenshtein";

/** One key of a policy's configuration: what it accepts, as JSON schema and as a function. */
export interface Field<T> {
  /** What the engine checks and shows. */
  readonly schema: FieldSchema;
  /** What it accepts, in words: `a whole number, at least 1`. */
  readonly accepts: string;
  readonly optional: boolean;
  /** The value as configured, or undefined where it is not acceptable. */
  readonly read: (value: unknown) => T | undefined;
}

/** The part of JSON schema that the policy SDK takes. */
export interface FieldSchema {
  readonly type: "integer" | "number" | "string" | "boolean";
  readonly description: string;
  readonly default?: number | string | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: string[];
}

/** The keys of a policy's configuration. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The configuration that fields describe: a key without a default may be absent. */
export type Configuration<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

interface NumberOptions {
  readonly description: string;
  readonly default: number;
  readonly minimum: number;
  readonly maximum?: number;
}

/** A whole number within bounds, both included. */
export function integer(options: NumberOptions): Field<number> {
  const { default: fallback, minimum, maximum = Number.MAX_SAFE_INTEGER } = options;
  return {
    schema: {
      type: "integer",
      description: options.description,
      default: fallback,
      minimum,
      ...(options.maximum === undefined ? {} : { maximum }),
    },
    accepts: `a whole number, ${options.maximum === undefined ? `at least ${minimum}` : `from ${minimum} to ${maximum}`}`,
    optional: true,
    read: (value) => {
      const number = value ?? fallback;
      return typeof number === "number" && Number.isInteger(number) && number >= minimum && number <= maximum ? number : undefined;
    },
  };
}

/** A whole number within bounds that may be left out: then there is no limit. */
export function limit(options: Omit<NumberOptions, "default" | "maximum">): Field<number> {
  const { description, minimum } = options;
  return {
    schema: { type: "integer", description, minimum },
    accepts: `a whole number, at least ${minimum}; no limit without it`,
    optional: true,
    read: (value) => {
      const number = value ?? Number.POSITIVE_INFINITY;
      return typeof number === "number" && number >= minimum && (value === undefined || Number.isInteger(number)) ? number : undefined;
    },
  };
}

/** A share between 0 and 1, both included. */
export function share(options: { readonly description: string; readonly default: number }): Field<number> {
  return {
    schema: { type: "number", ...options, minimum: 0, maximum: 1 },
    accepts: "a share from 0 to 1, such as 0.8",
    optional: true,
    read: (value) => {
      const number = value ?? options.default;
      return typeof number === "number" && number >= 0 && number <= 1 ? number : undefined;
    },
  };
}

/** One of some words. */
export function oneOf<W extends string>(words: readonly W[], options: { readonly description: string; readonly default: W }): Field<W> {
  return {
    schema: { type: "string", ...options, enum: [...words] },
    accepts: `one of ${words.map((word) => `"${word}"`).join(", ")}`,
    optional: true,
    read: (value) => words.find((word) => word === (value ?? options.default)),
  };
}

/** A configuration read against its fields: the values, or what is wrong with each key. */
export type ReadConfiguration<F extends Fields> =
  { readonly valid: true; readonly values: Configuration<F> } | { readonly valid: false; readonly problems: readonly string[] };

/** Reads what the engine hands over. It lets unknown keys through, so they are refused here; `others` are names to offer besides. */
export function readConfiguration<F extends Fields>(
  fields: F,
  raw: Readonly<Record<string, unknown>>,
  others: readonly string[] = [],
): ReadConfiguration<F> {
  const names = [...Object.keys(fields), ...others];
  const strangers = Object.keys(raw).filter((name) => !Object.hasOwn(fields, name));
  const read = Object.entries(fields).map(([name, field]) => ({ name, field, value: field.read(raw[name] ?? undefined) }));
  const problems = [
    ...strangers.map((name) => `"${name}" is no key of this policy. Did you mean "${closest(name, names)}"? It takes ${names.join(", ")}.`),
    ...read.flatMap(({ name, field, value }) =>
      value === undefined ? [`"${name}" is ${JSON.stringify(raw[name])}, but it takes ${field.accepts}.`] : [],
    ),
  ];
  if (problems.length > 0) return { valid: false, problems };
  return { valid: true, values: Object.fromEntries(read.map(({ name, value }) => [name, value])) as Configuration<F> };
}
