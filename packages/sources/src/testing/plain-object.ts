import type { Json, JsonObject } from "./terraform-bridge";

/** The properties behind the SDK's proxy, sentinels included: what went over the wire. */
export function plainObject(object: object): JsonObject {
  return Object.fromEntries(Object.keys(object).map((name) => [name, plainMember(object, name)]));
}

function plainMember(object: object, name: string): Json {
  const value: unknown = Object.getOwnPropertyDescriptor(object, name)?.value;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return Object.keys(value).map((index) => plainMember(value, index));
  return typeof value === "object" && value !== null ? plainObject(value) : null;
}
