import { type Properties, UNKNOWN } from "./value";

/** Every property of a resource of any type, each unknown. It has no list of names, so what enumerates names finds none. */
export const unknownProperties: Properties = new Proxy({}, { get: (_, name) => (typeof name === "string" ? UNKNOWN : undefined) });
