/** A filter of EC2. A resource passes it if one of the values matches. */
export interface Filter {
  readonly name: string;
  readonly values: readonly string[];
}

/** The kinds of parameters, with what each is read as. */
export interface Kinds {
  readonly text: string;
  readonly texts: readonly string[];
  readonly integer: number;
  readonly flag: boolean;
  readonly filters: readonly Filter[];
  /** In milliseconds since 1970. */
  readonly time: number;
  /** A structure, whose members are read one by one. */
  readonly object: Members;
  readonly objects: readonly Members[];
}

/** The parameters of an operation, named as on the wire. */
export interface Parameters {
  readonly [name: string]: keyof Kinds;
}

/** What was given of the parameters. */
export type Input<P extends Parameters> = { readonly [name in keyof P]?: Kinds[P[name]] };

/** The members of a request, as its protocol encodes them. */
export interface Members {
  readonly [name: string]: unknown;
}

/** A parameter has a value that it cannot have. Each protocol has its own error code for this. */
export class InvalidParameter extends Error {
  override readonly name = "InvalidParameter";
}

const READERS: { readonly [kind in keyof Kinds]: (value: unknown) => Kinds[kind] | undefined } = {
  text: (value) => (typeof value === "string" ? value : undefined),
  texts: (value) => (isListOf(value, (one) => typeof one === "string") ? value : undefined),
  // Query strings and forms have numbers and flags as texts.
  integer: (value) => {
    const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
    return typeof number === "number" && Number.isSafeInteger(number) ? number : undefined;
  },
  flag: (value) => (typeof value === "boolean" ? value : value === "true" ? true : value === "false" ? false : undefined),
  // JSON has seconds since 1970, forms have text.
  time: (value) => {
    const time = typeof value === "number" ? value * 1000 : typeof value === "string" ? Date.parse(value) : NaN;
    return Number.isFinite(time) ? time : undefined;
  },
  object: (value) => (isMembers(value) ? value : undefined),
  objects: (value) => (isListOf(value, isMembers) ? value : undefined),
  filters: (value) => (isListOf(value, isFilter) ? value.map(({ Name, Value = [] }) => ({ name: Name, values: Value })) : undefined),
};

/** Reads one parameter. Undefined if it is absent. Throws `InvalidParameter`. */
export function readParameter<Kind extends keyof Kinds>(kind: Kind, members: Members, name: string): Kinds[Kind] | undefined {
  const given = Object.hasOwn(members, name) ? members[name] : undefined;
  if (given === undefined || given === null) return undefined;
  const value = READERS[kind](given);
  if (value === undefined) throw new InvalidParameter(`Value (${JSON.stringify(given)}) for parameter ${name} is invalid.`);
  return value;
}

/** Reads the declared parameters. Others are ignored, as most services do. Throws `InvalidParameter`. */
export function readInput<P extends Parameters>(parameters: P, members: Members): Input<P> {
  const read = Object.entries(parameters).map(([name, kind]) => [name, readParameter(kind, members, name)]);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Input<P>;
}

/** A parameter that the operation requires. Throws `InvalidParameter` without it. */
export function requireParameter<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new InvalidParameter(`The request must contain the parameter ${name}.`);
  return value;
}

interface WireFilter {
  readonly Name: string;
  readonly Value?: readonly string[];
}

function isFilter(value: unknown): value is WireFilter {
  if (typeof value !== "object" || value === null || !("Name" in value) || typeof value.Name !== "string") return false;
  return !("Value" in value) || isListOf(value.Value, (one) => typeof one === "string");
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isListOf<Element>(value: unknown, isElement: (one: unknown) => one is Element): value is readonly Element[] {
  return Array.isArray(value) && value.every(isElement);
}
