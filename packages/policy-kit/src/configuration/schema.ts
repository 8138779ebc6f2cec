import * as v from "valibot";

/** A valibot schema of configured values. */
export type Schema<T = unknown> = v.GenericSchema<unknown, T>;

/** The value that a schema describes. */
export type ValueOf<S extends Schema> = DeepReadonly<v.InferOutput<S>>;

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** A schema with words for what it accepts: `accepting(pattern, "the id of a subnet, such as subnet-0a1b2c3d")`. */
export function accepting<const S extends Schema>(
  schema: S,
  words: string,
): v.SchemaWithPipe<readonly [S, v.MetadataAction<v.InferOutput<S>, { readonly accepts: string }>]> {
  return v.pipe(schema, v.metadata({ accepts: words }));
}

/** An integer from `minimum` to `maximum`, both included. */
export function wholeNumber({ minimum, maximum }: { readonly minimum: number; readonly maximum?: number }) {
  const atLeast = v.pipe(v.number(), v.integer(), v.safeInteger(), v.minValue(minimum));
  return maximum === undefined
    ? accepting(atLeast, `a whole number, at least ${minimum}`)
    : accepting(v.pipe(atLeast, v.maxValue(maximum)), `a whole number, from ${minimum} to ${maximum}`);
}

/** A text that is not empty. */
export function text() {
  return accepting(v.pipe(v.string(), v.nonEmpty()), "a text");
}

/** A text of that form. */
export function textOf(pattern: RegExp, words: string) {
  return accepting(v.pipe(v.string(), v.regex(pattern)), words);
}

/** What a schema accepts, in words that continue "expected". */
export function acceptedBy(schema: Schema): string {
  const { accepts } = metadataOf(schema);
  const { wrapped, item, entries, options } = partsOf(schema);
  if (accepts !== undefined) return accepts;
  if (wrapped !== undefined) return acceptedBy(wrapped);
  if (item !== undefined) return `a list, each element ${acceptedBy(item)}`;
  if (options !== undefined) return `one of ${options.map((option) => JSON.stringify(option)).join(", ")}`;
  if (entries === undefined) return `a ${schema.expects}`;
  const keys = Object.entries(entries).map(([name, entry]) => (partsOf(entry).wrapped === undefined ? name : `${name} (optional)`));
  return `an object of ${keys.join(", ")}`;
}

/** The description of a schema, or of the schema that it wraps. */
export function descriptionOf(schema: Schema): string {
  const { wrapped } = partsOf(schema);
  return v.getDescription(schema as v.GenericSchema) ?? (wrapped === undefined ? "" : descriptionOf(wrapped));
}

/** The default, in words. */
export function defaultOf(schema: Schema): string {
  const { absent } = metadataOf(schema);
  const { wrapped, default: fallback } = partsOf(schema);
  if (absent !== undefined) return absent;
  if (wrapped === undefined) return "required";
  return fallback === undefined || isEmptyList(fallback) ? "none" : JSON.stringify(fallback);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** The schema at a path inside another: of a key, or of the elements of a list. */
export function schemaAt(schema: Schema, [step, ...rest]: readonly unknown[]): Schema | undefined {
  const { wrapped, item, entries } = partsOf(schema);
  if (wrapped !== undefined) return schemaAt(wrapped, step === undefined ? [] : [step, ...rest]);
  if (step === undefined) return schema;
  const next = typeof step === "number" ? item : entries?.[String(step)];
  return next === undefined ? undefined : schemaAt(next, rest);
}

/** The names that an object schema takes. */
export function keysOf(schema: Schema): readonly string[] {
  const { wrapped, entries = {} } = partsOf(schema);
  return wrapped === undefined ? Object.keys(entries) : keysOf(wrapped);
}

/** What schemas of the kit state, and valibot has no action for. */
interface Metadata {
  readonly accepts?: string;
  readonly absent?: string;
}

function metadataOf(schema: Schema): Metadata {
  return v.getMetadata(schema as v.GenericSchema);
}

/** What valibot keeps of a schema, or of an action in a pipe: each states its `type`, and the parts that it has. */
export interface Part {
  readonly kind: "schema" | "validation" | "transformation" | "metadata";
  readonly type: string;
  readonly pipe?: readonly Part[];
  readonly requirement?: unknown;
  readonly description?: string;
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly options?: readonly unknown[];
  readonly default?: unknown;
}

/** The parts of a schema, which its type as a schema of any values leaves out. */
export function partsOf(schema: Schema): Part {
  return schema as Schema & Part;
}
