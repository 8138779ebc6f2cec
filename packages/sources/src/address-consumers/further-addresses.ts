import { given, type StackResource } from "../stack/stack-resource";
import { elements, UNKNOWN } from "../stack/value";

/** The number of addresses that a resource requests by some of its properties. */
export type AddressNumber = (resource: StackResource) => number | typeof UNKNOWN;

/** The number in `property`. Zero if it is absent. */
export function asManyAs(property: string): AddressNumber {
  return (resource) => {
    const value = given(resource, property);
    return value === UNKNOWN ? UNKNOWN : typeof value === "number" ? Math.max(0, value) : 0;
  };
}

/** One for each element of `property`, known or not. */
export function oneFor(property: string): AddressNumber {
  return (resource) => {
    const items = elements(given(resource, property));
    return items === UNKNOWN ? UNKNOWN : items.length;
  };
}

/** The number without the first address, which every interface has. */
export function beyondTheFirst(number: AddressNumber): AddressNumber {
  return mapped((n) => Math.max(0, n - 1), number);
}

export function times(factor: number, number: AddressNumber): AddressNumber {
  return mapped((n) => factor * n, number);
}

/** The greatest of `numbers`, which are alternatives for one request. */
export function greatest(...numbers: readonly AddressNumber[]): AddressNumber {
  return mapped(Math.max, ...numbers);
}

export function sum(...numbers: readonly AddressNumber[]): AddressNumber {
  return mapped((...all) => all.reduce((left, right) => left + right, 0), ...numbers);
}

function mapped(map: (...values: readonly number[]) => number, ...numbers: readonly AddressNumber[]): AddressNumber {
  return (resource) => {
    const values = numbers.map((number) => number(resource));
    const known = values.filter((value) => value !== UNKNOWN);
    return known.length < values.length ? UNKNOWN : map(...known);
  };
}
