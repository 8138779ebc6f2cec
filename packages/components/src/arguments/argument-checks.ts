import { describeValue, isEventual } from "./describe-value";
import { rejectArgument } from "./reject-argument";

/** Throws a `pulumi.RunError` if `value` is not what the argument expects. */
export type ArgumentCheck = (argument: string, value: unknown) => void;

/** A value that must be known while the program runs. */
function expecting(expected: string, accepts: (value: unknown) => boolean): ArgumentCheck {
  return (argument, value) => {
    if (!accepts(value)) rejectArgument(argument, `Expected ${expected}, got ${describeValue(value)}${wayOut(value)}`);
  };
}

function wayOut(value: unknown): string {
  if (value === null) return ". Remove it, or set a value";
  return isEventual(value) ? ". The component needs its value while the program runs: pass a plain value" : "";
}

export const text = expecting("a string that is not empty", (value) => typeof value === "string" && value !== "");
export const flag = expecting("true or false", (value) => typeof value === "boolean");
export const number = expecting("a number", (value) => typeof value === "number");
export const object = expecting(
  "an object",
  (value) => typeof value === "object" && value !== null && !Array.isArray(value) && !isEventual(value),
);

const list = expecting("a list", Array.isArray);

export function oneOf(values: readonly string[]): ArgumentCheck {
  const allowed: readonly unknown[] = values;
  return expecting(`one of ${values.join(", ")}`, (value) => allowed.includes(value));
}

export function listOf(check: ArgumentCheck): ArgumentCheck {
  return (argument, value) => {
    list(argument, value);
    if (Array.isArray(value)) Array.from(value, (element: unknown, index) => check(`${argument}[${index}]`, element));
  };
}

/** An object whose keys are names that the program chooses. */
export function recordOf(check: ArgumentCheck): ArgumentCheck {
  return (argument, value) => {
    object(argument, value);
    for (const [key, element] of Object.entries(value as object)) check(`${argument}.${key}`, element);
  };
}

/** An object with these arguments. Undefined is an argument that is not set. Other arguments are not checked. */
export function objectWith(checks: Readonly<Record<string, ArgumentCheck>>): ArgumentCheck {
  return (argument, value) => {
    object(argument, value);
    for (const [key, check] of Object.entries(checks)) {
      const element: unknown = Reflect.get(value as object, key);
      if (element !== undefined) check(`${argument}.${key}`, element);
    }
  };
}

/** A value that may be known only later, and is checked if it is known. */
export function eventual(check: ArgumentCheck): ArgumentCheck {
  return (argument, value) => {
    if (!isEventual(value)) check(argument, value);
  };
}
