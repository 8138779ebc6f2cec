import { failure, type Result, success } from "@lambda-vpc/model";
import { type JsonSchema, listOf, type Mistake, nearest, readable, type Reading, type Shape, unreadable, wholeNumber } from "./shape";

/** One key of a policy's configuration: a shape that also knows what it means to leave the key out. */
export interface Field<T> extends Shape<T> {
  /** What the engine checks and shows. */
  readonly schema: JsonSchema & { readonly description: string };
  /** What holds without the key, in words. */
  readonly otherwise: string;
}

/** The keys of a policy's configuration. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The configuration that fields describe: every key has a value, the default where it was left out. */
export type Configuration<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

interface NumberOptions {
  readonly description: string;
  readonly default: number;
  readonly minimum: number;
  readonly maximum?: number;
}

/** A whole number within bounds, both included. */
export function integer({ description, default: fallback, ...bounds }: NumberOptions): Field<number> {
  return field(wholeNumber(bounds), { description, default: fallback }, fallback);
}

/** A whole number within bounds that may be left out: then there is no limit. */
export function limit({ description, minimum }: Omit<NumberOptions, "default" | "maximum">): Field<number> {
  return { ...field(wholeNumber({ minimum }), { description }, Number.POSITIVE_INFINITY), otherwise: "no limit" };
}

/** A share between 0 and 1, both included. */
export function share(options: { readonly description: string; readonly default: number }): Field<number> {
  const accepts = "a share from 0 to 1, such as 0.8";
  const shape: Shape<number> = {
    schema: { type: "number", minimum: 0, maximum: 1 },
    accepts,
    read: (value) => (typeof value === "number" && value >= 0 && value <= 1 ? readable(value) : unreadable(value, accepts)),
  };
  return field(shape, options, options.default);
}

/** One of some words. */
export function oneOf<W extends string>(words: readonly W[], options: { readonly description: string; readonly default: W }): Field<W> {
  const accepts = `one of ${words.map((word) => `"${word}"`).join(", ")}`;
  const read = (value: unknown): Reading<W> => {
    const word = words.find((one) => one === value);
    return word === undefined ? unreadable(value, accepts) : readable(word);
  };
  return field({ schema: { type: "string", enum: [...words] }, accepts, read }, options, options.default);
}

/** A list of values of one shape; empty where it is left out. */
export function list<T>(shape: Shape<T>, options: { readonly description: string }): Field<readonly T[]> {
  return { ...field(listOf(shape), options, []), otherwise: "none" };
}

function field<T>(shape: Shape<T>, about: { readonly description: string; readonly default?: number | string }, fallback: T): Field<T> {
  return {
    ...shape,
    schema: { ...shape.schema, ...about },
    otherwise: JSON.stringify(fallback),
    read: (value) => (value === undefined ? readable(fallback) : shape.read(value)),
  };
}

/** A configuration read against its fields: the values, or what is wrong with each key. */
export type ReadConfiguration<F extends Fields> = Result<Configuration<F>, readonly KeyProblem[]>;

/** What is wrong with one key. */
export interface KeyProblem extends Mistake {
  readonly key: string;
  /** The key and the place inside its value. */
  readonly where: string;
}

/** A key's problem as one sentence. */
export function problemText({ where, problem, fix }: KeyProblem): string {
  return `"${where}" ${problem}: ${fix}.`;
}

/** Reads what the engine hands over. It lets unknown keys through, so they are refused here; `others` are names to offer besides. */
export function readConfiguration<F extends Fields>(
  fields: F,
  raw: Readonly<Record<string, unknown>>,
  others: readonly string[] = [],
): ReadConfiguration<F> {
  const names = [...Object.keys(fields), ...others];
  const strangers = Object.keys(raw).filter((name) => !Object.hasOwn(fields, name));
  const read = Object.entries(fields).map(([name, one]) => ({ name, reading: one.read(raw[name] ?? undefined) }));
  const problems = [
    ...strangers.map((key) => ({
      key,
      where: key,
      problem: "is no key of this policy",
      fix: key === "level" ? 'the level is set by "enforcementLevel"' : nearest(key, names),
    })),
    ...read.flatMap(({ name, reading }) => {
      if (reading.readable) return [];
      const { where, problem, fix } = reading;
      return [{ key: name, where: name + where, problem, fix }];
    }),
  ];
  if (problems.length > 0) return failure(problems);
  const values = read.map(({ name, reading }) => [name, reading.readable ? reading.value : undefined]);
  return success(Object.fromEntries(values) as Configuration<F>);
}
