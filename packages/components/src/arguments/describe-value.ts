import * as pulumi from "@pulumi/pulumi";

/** A value as messages name it: `undefined`, `a list`, `"one"`. Programs in JavaScript and YAML can pass a value of any type. */
export function describeValue(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (pulumi.Output.isInstance(value)) return "an Output";
  if (value instanceof Promise) return "a Promise";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? JSON.stringify(value) : `a ${typeof value}`;
}

/** Whether the value of `input` is known only later. */
export function isEventual(input: unknown): boolean {
  return pulumi.Output.isInstance(input) || input instanceof Promise;
}
