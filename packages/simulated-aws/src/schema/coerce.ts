import { sortedBy } from "../property/order";
import { containsUnknown, isList, hasSignature, isObject, type Properties, UNKNOWN, type Value } from "../property/value";
import { elementShape, type Fields, isObjectShape, type Scalar, type Shape } from "./field";

/** Why an input is invalid. */
export interface CheckFailure {
  /** The path of the property, such as `vpcConfig.subnetIds[1]`. */
  readonly path: string;
  readonly reason: string;
}

/** Checks an object at `path`. */
export type ObjectCheck = (fields: Fields, given: Properties, path: string) => Properties;

/** Converts `value` to `shape` as the bridge does, such as a number to a text, and reports what cannot be converted. */
export function coerce(shape: Shape, value: Value, path: string, object: ObjectCheck, report: (failure: CheckFailure) => void): Value {
  const fail = (expected: string): Value => {
    report({ path, reason: `Expected ${expected}, got ${describeValue(value)}` });
    return value;
  };
  if (value === UNKNOWN || value === null) return value;
  if (typeof shape === "string") return scalar(shape, value) ?? fail(SCALAR_NAMES[shape]);
  if (isObjectShape(shape)) return isObject(value) ? object(shape.object, value, path) : fail("an object");
  const element = elementShape(shape);
  if (element !== undefined)
    return isList(value) ? value.map((one, index) => coerce(element, one, `${path}[${index}]`, object, report)) : fail("a list");
  return isObject(value) ? value : fail("a map");
}

const SCALAR_NAMES: { readonly [scalar in Scalar]: string } = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  document: "a JSON document",
  asset: "an asset or archive",
  anything: "anything",
};

function scalar(shape: Scalar, value: Value): Value | undefined {
  switch (shape) {
    case "string":
      return typeof value === "number" || typeof value === "boolean" ? String(value) : ofType("string", value);
    case "number":
      return typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : ofType("number", value);
    case "boolean":
      return value === "true" || value === "false" ? value === "true" : ofType("boolean", value);
    case "document":
      return documentText(value) ?? ofType("string", value);
    case "asset":
      return hasSignature(value) ? value : undefined;
    case "anything":
      return value;
  }
}

function ofType(type: "string" | "number" | "boolean", value: Value): Value | undefined {
  return typeof value === type ? value : undefined;
}

/** The text of a document that was passed as an object. Undefined for anything else. Unknown if any part is unknown. */
function documentText(value: Value): Value | undefined {
  if (!isObject(value) && !isList(value)) return undefined;
  return containsUnknown(value) ? UNKNOWN : JSON.stringify(inKeyOrder(value));
}

/** Sorts the keys, as the bridge does in documents. */
function inKeyOrder(value: Value): unknown {
  if (isList(value)) return value.map(inKeyOrder);
  if (!isObject(value)) return value;
  return Object.fromEntries(sortedBy(Object.entries(value), ([name]) => name).map(([name, part]) => [name, inKeyOrder(part)]));
}

function describeValue(value: Value): string {
  if (isList(value)) return "a list";
  if (typeof value === "object") return hasSignature(value) ? "an asset" : "an object";
  return typeof value === "string" ? `the text ${JSON.stringify(value)}` : JSON.stringify(value);
}
