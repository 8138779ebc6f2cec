import { isList, isObject, type Properties, same, type Value } from "../property/value";
import { automaticName } from "./automatic-name";
import { coerce, type Failure } from "./coerce";
import { type Field, type Fields, isInput } from "./field";

/** The list, at every object level, of properties that the program did not give (the bridge's own key). */
export const DEFAULTS = "__defaults";

export interface Checked {
  readonly inputs: Properties;
  readonly failures: readonly Failure[];
}

/** What Check needs to know beside the inputs. */
export interface CheckContext {
  /** The resource's name in the program. */
  readonly resourceName: string;
  /** The inputs checked last time: names and defaults given then stay. */
  readonly olds?: Properties;
  readonly seed: Uint8Array;
}

/**
 * Checks a program's inputs as the Terraform bridge does: kinds are brought into line, names and defaults filled in and recorded under
 * `__defaults` at every object level, and what is missing or wrong is reported.
 */
export function check(fields: Fields, news: Properties, context: CheckContext): Checked {
  const failures: Failure[] = [];
  const level = (inner: Fields, given: Properties, olds: Properties | undefined, prefix: string): Properties => {
    const coerced = Object.entries(given)
      .filter(([name, value]) => name !== DEFAULTS && value !== null)
      .map(([name, value]): [string, Value] => {
        const [field, path] = [inner[name], prefix + name];
        if (field === undefined || !isInput(field)) {
          failures.push({ path, reason: "Invalid or unknown key" });
          return [name, value];
        }
        const nested = (fieldsOf: Fields, object: Value, at: string): Value =>
          isObject(object) ? level(fieldsOf, object, oldObject(olds?.[name]), `${at}.`) : object;
        return [name, coerce(field.shape, value, path, nested, (failure) => failures.push(failure))];
      });
    const inputs = Object.fromEntries(coerced);
    const missing = Object.entries(inner).filter(([name]) => inputs[name] === undefined);
    for (const [name, field] of missing)
      if (field.presence === "required")
        failures.push({
          path: prefix + name,
          reason: `Missing required argument. The argument "${prefix}${name}" is required, but no definition was found`,
        });
    const defaults = missing.flatMap(([name, field]): [string, Value][] => {
      const value = defaultOf(name, field, inputs, olds, context);
      return value === undefined ? [] : [[name, value]];
    });
    return { ...inputs, ...Object.fromEntries(defaults), [DEFAULTS]: defaults.map(([name]) => name).sort() };
  };
  return { inputs: level(fields, news, context.olds, ""), failures };
}

function oldObject(value: Value | undefined): Properties | undefined {
  return isObject(value) ? value : undefined;
}

function defaultOf(name: string, field: Field, inputs: Properties, olds: Properties | undefined, context: CheckContext): Value | undefined {
  if (field.autonamed === undefined && !isTruthy(field.default)) return undefined;
  // A name and a prefix for names exclude each other.
  if (field.autonamed !== undefined && inputs["namePrefix"] !== undefined) return undefined;
  const old = olds?.[name];
  if (old !== undefined && old !== null && wasDefault(name, olds)) return old;
  return field.autonamed === undefined ? field.default : automaticName(context.resourceName, field.autonamed, context.seed);
}

/** The bridge leaves out of the inputs what Terraform fills in anyway when it is false, zero or empty; the planned outputs show it. */
function isTruthy(value: Value | undefined): boolean {
  return value !== undefined && value !== null && ![false, 0, ""].some((falsy) => same(falsy, value));
}

function wasDefault(name: string, olds: Properties | undefined): boolean {
  const recorded = olds?.[DEFAULTS];
  return !isList(recorded) || recorded.includes(name);
}
