import { containsUnknown, isList, isZeroValue, isObject, type Properties, type Value } from "../property/value";
import { automaticName } from "./automatic-name";
import { coerce, type CheckFailure } from "./coerce";
import { type Field, type Fields, isInput } from "./field";

/** The key of the bridge for the list of properties that the program did not set, at every object level. */
export const DEFAULTS = "__defaults";

/** The reason for a property that the type does not have. */
export const UNKNOWN_KEY = "Invalid or unknown key";

export interface Checked {
  readonly inputs: Properties;
  readonly failures: readonly CheckFailure[];
}

/** The context of a check. */
export interface CheckContext {
  /** The resource's name in the program. */
  readonly resourceName: string;
  /** The previous inputs. Their names and defaults stay. */
  readonly olds?: Properties;
  readonly seed: Uint8Array;
}

/**
 * Checks a program's inputs as the Terraform bridge does: converts types, fills in names and defaults and records them under `__defaults`
 * at every object level, and reports missing and invalid values.
 */
export function check(fields: Fields, news: Properties, context: CheckContext): Checked {
  const failures: CheckFailure[] = [];
  const inputs = checkObject({ fields, configured: news, olds: context.olds, path: "" }, context, (failure) => failures.push(failure));
  return { inputs, failures };
}

/** One object level of the inputs. `path` leads to it and ends in a dot unless it is empty. */
interface Level {
  readonly fields: Fields;
  readonly configured: Properties;
  readonly olds: Properties | undefined;
  readonly path: string;
}

type Report = (failure: CheckFailure) => void;

function checkObject(level: Level, context: CheckContext, report: Report): Properties {
  const inputs: Properties = Object.fromEntries(
    Object.entries(level.configured)
      .filter(([name, value]) => name !== DEFAULTS && value !== null)
      .map(([name, value]): [string, Value] => [name, checkValue(level, name, value, context, report)]),
  );
  const missing = Object.entries(level.fields).filter(([name]) => inputs[name] === undefined);
  const defaults = missing.flatMap(([name, field]): [string, Value][] => {
    const path = level.path + name;
    if (field.presence === "required")
      report({ path, reason: `Missing required argument. The argument "${path}" is required, but no definition was found` });
    const value = defaultOf(name, field, inputs, level.olds, context);
    if (value === undefined && isAutonamed(name, field, inputs))
      report({ path, reason: `The generated name is longer than ${field.autonamed} characters. Specify a name` });
    return value === undefined ? [] : [[name, value]];
  });
  return { ...inputs, ...Object.fromEntries(defaults), [DEFAULTS]: defaults.map(([name]) => name).sort() };
}

function checkValue(level: Level, name: string, value: Value, context: CheckContext, report: Report): Value {
  const { fields, olds, path } = level;
  const field = fields[name];
  if (field === undefined) {
    report({ path: path + name, reason: UNKNOWN_KEY });
    return value;
  }
  if (!isInput(field) && !skipsValidation(level))
    report({
      path: path + name,
      reason: `Value for unconfigurable attribute. Can't configure a value for "${path + name}": its value will be decided automatically based on the result of applying this configuration.`,
    });
  const old = olds?.[name];
  const object = (inner: Fields, configured: Properties, at: string): Properties =>
    checkObject({ fields: inner, configured, olds: isObject(old) ? old : undefined, path: `${at}.` }, context, report);
  return coerce(field.shape, value, path + name, object, report);
}

/**
 * Whether a block contains an unknown value. SDKv2 then skips its validation (`validateList`), so that the preview accepts what the update
 * rejects. Observed.
 */
function skipsValidation({ configured, path }: Level): boolean {
  return path !== "" && containsUnknown(configured);
}

function defaultOf(name: string, field: Field, inputs: Properties, olds: Properties | undefined, context: CheckContext): Value | undefined {
  const old = olds?.[name] ?? undefined;
  const kept = old !== undefined && wasDefault(name, olds) ? old : undefined;
  if (isAutonamed(name, field, inputs)) return kept ?? generatedName(field, inputs, context);
  // The bridge omits defaults that are false, zero or empty from the inputs. The planned outputs contain them.
  return isZeroValue(field.default ?? null) ? undefined : (kept ?? field.default);
}

function generatedName(field: Field & { readonly autonamed: number }, inputs: Properties, context: CheckContext): string | undefined {
  const name = automaticName(context.resourceName, field.autonamed, context.seed);
  return name === undefined ? undefined : (field.nameForm?.(name, inputs) ?? name);
}

/** A name and a name prefix exclude each other. */
function isAutonamed(name: string, field: Field, inputs: Properties): field is Field & { readonly autonamed: number } {
  return field.autonamed !== undefined && inputs[`${name}Prefix`] === undefined;
}

function wasDefault(name: string, olds: Properties | undefined): boolean {
  const recorded = olds?.[DEFAULTS];
  return !isList(recorded) || recorded.includes(name);
}
