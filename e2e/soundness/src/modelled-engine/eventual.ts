import { hasUnknown, isList, UNKNOWN, type Value } from "./value";

/** A value of the program that is known or not, with the URNs of the resources that it depends on: an `Output` of the Pulumi SDK. */
export class Eventual {
  constructor(
    readonly value: Value,
    readonly dependencies: readonly string[] = [],
  ) {}

  /** What a function makes of the value. It does not run while the value is unknown: what it would add is no dependency then. */
  apply(change: (value: Value) => Input): Eventual {
    if (this.value === UNKNOWN) return this;
    const { value, dependencies } = all(change(this.value));
    return new Eventual(value, [...new Set([...this.dependencies, ...dependencies])]);
  }
}

/** What a program gives a property: plain values with eventual ones anywhere inside. */
export type Input = Value | Eventual | readonly Input[] | { readonly [name: string]: Input };

/** A list of ids in a program: an array of outputs, or one output. */
export type List = readonly Input[] | Eventual;

/** The value of an input, element by element. */
export function resolved(input: Input): Eventual {
  const dependencies = new Set<string>();
  const value = valueOf(input, dependencies);
  return new Eventual(value, [...dependencies]);
}

/** `pulumi.all`: one unknown value inside makes the whole unknown. */
export function all(input: Input): Eventual {
  const { value, dependencies } = resolved(input);
  return new Eventual(hasUnknown(value) ? UNKNOWN : value, dependencies);
}

function valueOf(input: Input, dependencies: Set<string>): Value {
  if (input instanceof Eventual) {
    for (const urn of input.dependencies) dependencies.add(urn);
    return input.value;
  }
  if (isInputList(input)) return input.map((one) => valueOf(one, dependencies));
  if (typeof input !== "object" || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([name, one]) => [name, valueOf(one, dependencies)]));
}

function isInputList(input: Input): input is readonly Input[] {
  return Array.isArray(input);
}

/** The elements of a known list. */
export function elementsOf(value: Value): readonly Value[] {
  if (!isList(value)) throw new Error("the modelled program takes elements of what is not a list");
  return value;
}

/** An element of a known list. */
export function elementAt(value: Value, index: number): Value {
  const element = elementsOf(value)[index];
  if (element === undefined) throw new Error(`the modelled program takes element ${index} of a shorter list`);
  return element;
}
