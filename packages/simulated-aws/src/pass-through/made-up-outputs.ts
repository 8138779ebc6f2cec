import { isList, isObject, isZeroValue, type Properties, UNKNOWN, type Value } from "../property/value";
import { elementShape, type Field, type Fields, isLeftToAws, isMapShape, isObjectShape, type Shape } from "../schema/field";
import { plausibleDefaultText, plausibleText } from "./plausible-text";
import type { Rules, Subject } from "./subject";

/** How deep objects inside objects are made up. Deeper ones are absent. */
const MAX_DEPTH = 4;

/**
 * All outputs of a resource: the program's values, and a plausible value of its type for each output that AWS sets. They follow from the
 * program's values, the id and the seed alone, so they are the same each time.
 */
export function madeUpOutputs(fields: Fields, rules: Rules, subject: Subject): Properties {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, outputOf(name, field, rules, subject)]));
}

/** One output of a resource. */
export function outputOf(name: string, field: Field, rules: Rules, subject: Subject): Value {
  const given = field.presence === "computed" ? null : known(subject.values[name]);
  const rule = rules[name];
  if (given !== null) return completed(field.shape, given, subject, false, 0);
  // Of a resource that was only read, the id shows the field that it consists of.
  const fromId = field.shape === "string" && rules["id"] === `{${name}}` ? subject.text(name) : "";
  if (fromId !== "") return fromId;
  if (!isLeftToAws(field)) return field.default ?? null;
  if (rule === undefined) return field.awsDefault ?? valueOf(name, field, subject, 0);
  return typeof rule === "string" ? subject.text(name) : rule(subject);
}

function known(value: Value | undefined): Value {
  return value === undefined || value === UNKNOWN ? null : value;
}

/** A value of the program with what AWS adds inside its objects. In lists, the bridge writes absent values as zero values. */
function completed(shape: Shape, given: Value, subject: Subject, inList: boolean, depth: number): Value {
  if (isObjectShape(shape)) return isObject(given) ? completedObject(shape.object, given, subject, inList, depth) : given;
  const element = elementShape(shape);
  if (element === undefined || !isObjectShape(element) || !isList(given)) return given;
  return given.map((one, index) => completed(element, one, { ...subject, seed: `${subject.seed} ${index}` }, true, depth));
}

function completedObject(fields: Fields, given: Properties, subject: Subject, inList: boolean, depth: number): Properties {
  const entries = Object.entries(fields).map(([name, field]): [string, Value] => {
    const value = field.presence === "computed" ? null : known(given[name]);
    const absent = value === null || (inList && isLeftToAws(field) && isZeroValue(value));
    if (!absent) return [name, completed(field.shape, value, subject, inList, depth + 1)];
    return [name, isLeftToAws(field) ? (field.awsDefault ?? valueOf(name, field, subject, depth + 1)) : (field.default ?? null)];
  });
  return Object.fromEntries(entries);
}

/** A plausible value for a field that no program sets. */
function valueOf(name: string, field: Field, subject: Subject, depth: number): Value {
  const { shape } = field;
  const isOptional = field.presence === "optionalComputed";
  if (isObjectShape(shape)) return depth > MAX_DEPTH ? null : inventedObject(shape.object, subject, depth + 1);
  if (isMapShape(shape)) return {};
  const element = elementShape(shape);
  if (element !== undefined) {
    if (isOptional || depth > MAX_DEPTH) return defaultList(name, subject);
    return [
      isObjectShape(element)
        ? inventedObject(element.object, subject, depth + 1)
        : scalarOf(singular(name), String(element), isOptional, subject),
    ];
  }
  return typeof shape === "string" ? scalarOf(name, shape, isOptional, subject) : null;
}

/** The list of a field that AWS sets if the program does not. Empty where AWS leaves it empty. */
function defaultList(name: string, { zones, defaultGroupId }: Subject): readonly Value[] {
  if (/availabilityZones$/i.test(name)) return zones;
  return /securityGroups?(?:Ids)?$/i.test(name) && defaultGroupId !== undefined ? [defaultGroupId] : [];
}

/** An object that AWS adds as a whole: with everything in it that is always there. */
function inventedObject(fields: Fields, subject: Subject, depth: number): Properties {
  const entries = Object.entries(fields).map(([name, field]): [string, Value] => [
    name,
    field.default ?? field.awsDefault ?? (field.presence === "optional" ? null : valueOf(name, field, subject, depth)),
  ]);
  return Object.fromEntries(entries);
}

function scalarOf(name: string, shape: string, isOptional: boolean, subject: Subject): Value {
  if (shape === "boolean") return false;
  if (shape === "number") return numberOf(name, isOptional);
  if (shape === "asset" || shape === "anything") return null;
  return isOptional ? plausibleDefaultText(subject, name) : plausibleText(subject, name);
}

/** The port of HTTPS, for services whose port the rules do not name. */
const DEFAULT_PORT = 443;
/** 2026-01-01 in seconds since 1970, as all dates. */
const DATE_IN_SECONDS = 1_767_225_600;

function numberOf(name: string, isOptional: boolean): number {
  if (/port$/i.test(name)) return DEFAULT_PORT;
  if (/(?:timestamp|date)$/i.test(name)) return DATE_IN_SECONDS;
  return isOptional ? 0 : 1;
}

function singular(name: string): string {
  return name
    .replace(/ies$/, "y")
    .replace(/(?<=ss|x|ch|sh)es$/, "")
    .replace(/(?<!s)s$/, "");
}
