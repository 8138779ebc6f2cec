/**
 * A list with one element, which `make` creates when something first reads it. Laws: it is created at most once, and not by a program that only passes the list on or
 * reads its length.
 */
export function listOnDemand<T>(make: () => T): T[] {
  let made: { readonly element: T } | undefined;
  const get = (): T => (made ??= { element: make() }).element;
  return Object.defineProperty<T[]>([], 0, { get, enumerable: true, configurable: true });
}
