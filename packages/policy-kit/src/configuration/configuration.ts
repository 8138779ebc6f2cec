import { failure, type Result, success } from "@lambda-vpc/model";
import { closest } from "fastest-levenshtein";
import * as v from "valibot";
import { acceptedBy, accepting, keysOf, type Schema, schemaAt, type ValueOf, wholeNumber } from "./schema";

/** One key of a policy's configuration: a valibot schema with a description. `v.optional(…, value)` gives it a default. */
export type Field<T = unknown> = Schema<T>;

/** The keys of a policy's configuration. */
export type Fields = Readonly<Record<string, Field>>;

/** The configuration that fields describe: every key has a value, the default if it was left out. */
export type Configuration<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };

interface NumberOptions {
  readonly description: string;
  readonly default: number;
  readonly minimum: number;
  readonly maximum?: number;
}

/** An integer from `minimum` to `maximum`, both included. */
export function integer({ description, default: fallback, ...bounds }: NumberOptions): Field<number> {
  return v.optional(v.pipe(wholeNumber(bounds), v.description(description)), fallback);
}

/** An integer of at least `minimum`; no limit if it is left out. */
export function limit({ description, minimum }: Omit<NumberOptions, "default" | "maximum">): Field<number> {
  return v.pipe(
    v.optional(v.pipe(wholeNumber({ minimum }), v.description(description))),
    v.transform((most) => most ?? Infinity),
    v.metadata({ absent: "no limit" }),
  );
}

/** A share from 0 to 1, both included. */
export function share(options: { readonly description: string; readonly default: number }): Field<number> {
  const fraction = accepting(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), "a share from 0 to 1, such as 0.8");
  return v.optional(v.pipe(fraction, v.description(options.description)), options.default);
}

/** One of some words. */
export function oneOf<const W extends string>(
  words: readonly W[],
  options: { readonly description: string; readonly default: NoInfer<W> },
): Field<W> {
  return v.optional(v.pipe(v.picklist(words), v.description(options.description)), options.default);
}

/** A list of values of one schema; empty if it is left out. */
export function list<const S extends Schema>(schema: S, options: { readonly description: string }): Field<readonly ValueOf<S>[]> {
  return v.optional(v.pipe(v.array(schema), v.description(options.description)), []) as Field<readonly ValueOf<S>[]>;
}

/** A configuration read against its fields: the values, or what is wrong with each key. */
export type ReadConfiguration<F extends Fields> = Result<Configuration<F>, readonly KeyProblem[]>;

/** What is wrong with a value, and how to fix it: two sentences without their full stops. */
export interface Mistake {
  readonly problem: string;
  readonly fix: string;
}

/** What is wrong with one key. Its problem states the place inside the value too, such as `entries[2].reason`. */
export interface KeyProblem extends Mistake {
  readonly key: string;
}

/** A mistake as sentences: `Unknown key "maxx". Did you mean "max"? Accepted: max, onUndecided.` */
export function problemText({ problem, fix }: Mistake): string {
  return `${problem}. ${fix}.`;
}

/** Reads what the engine passes. The engine accepts unknown keys, so they are rejected here; `others` are further names to suggest. */
export function readConfiguration<F extends Fields>(
  fields: F,
  raw: Readonly<Record<string, unknown>>,
  others: readonly string[] = [],
): ReadConfiguration<F> {
  const names = [...Object.keys(fields), ...others];
  const unknown = Object.keys(raw).filter((name) => !Object.hasOwn(fields, name));
  const read = Object.entries(fields).map(([name, field]) => [name, readField(name, field, raw[name] ?? undefined)] as const);
  const problems = [
    ...unknown.map((key) => ({
      key,
      problem: `Unknown key "${key}"`,
      fix: key === "level" ? 'Set the level with "enforcementLevel"' : nearest(key, names),
    })),
    ...read.flatMap(([, one]) => (one.ok ? [] : one.error)),
  ];
  if (problems.length > 0) return failure(problems);
  return success(Object.fromEntries(read.map(([name, one]) => [name, one.ok ? one.value : undefined])) as Configuration<F>);
}

/** The value, or every mistake in it. */
function readField(key: string, field: Field, value: unknown): Result<unknown, readonly KeyProblem[]> {
  const { success: isValid, output, issues } = v.safeParse(field as v.GenericSchema, value);
  if (isValid) return success(output);
  // A misspelt key explains the key that is missing.
  const explained = (issue: v.BaseIssue<unknown>): boolean =>
    valueAt(value, stepsOf(issue)) === undefined &&
    issues.some((one) => isUnknownKey(one) && isWithin(stepsOf(one).slice(0, -1), stepsOf(issue)));
  const problems = issues
    .filter((issue) => isUnknownKey(issue) || !explained(issue))
    .flatMap((issue) => problemsOf(key, field, value, issue));
  // A value that breaks two rules of its schema is one mistake.
  return failure([...new Map(problems.map((one) => [problemText(one), one])).values()]);
}

/** Every unknown key of the object that an issue is about, for valibot states the first alone; otherwise the one mistake. */
function problemsOf(key: string, field: Field, value: unknown, issue: v.BaseIssue<unknown>): readonly KeyProblem[] {
  const steps = stepsOf(issue);
  if (!isUnknownKey(issue)) {
    const given = valueAt(value, steps);
    const problem = `"${placeOf(key, steps)}" is ${given === undefined ? "missing" : JSON.stringify(given)}`;
    return [{ key, problem, fix: `Expected ${acceptedBy(schemaAt(field, steps) ?? field)}` }];
  }
  const owner = steps.slice(0, -1);
  const accepted = keysOf(schemaAt(field, owner) ?? field);
  return Object.keys(valueAt(value, owner) as object)
    .filter((name) => !accepted.includes(name))
    .map((name) => ({ key, problem: `Unknown key "${placeOf(key, [...owner, name])}"`, fix: nearest(name, accepted) }));
}

/** The place inside a key: `entries[2].reason`. */
function placeOf(key: string, steps: readonly unknown[]): string {
  return key + steps.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
}

function valueAt(value: unknown, steps: readonly unknown[]): unknown {
  return steps.reduce<unknown>((part, step) => (part as Readonly<Record<string, unknown>>)[String(step)], value);
}

/** The keys and positions that lead to what an issue is about. */
function stepsOf({ path }: v.BaseIssue<unknown>): readonly unknown[] {
  return path?.map(({ key }) => key) ?? [];
}

function isUnknownKey({ type, expected }: v.BaseIssue<unknown>): boolean {
  return type === "strict_object" && expected === "never";
}

function isWithin(outer: readonly unknown[], inner: readonly unknown[]): boolean {
  return outer.every((step, index) => inner[index] === step);
}

/** `Did you mean "name"? Accepted: name, vpcId`: the fix for a name that is not one of `names`. */
export function nearest(name: string, names: readonly string[]): string {
  return `Did you mean "${closest(name, [...names])}"? Accepted: ${names.join(", ")}`;
}
