import { type Properties, UNKNOWN, type Value } from "../stack/value";

/*
 * How the engine writes property values into previews and state files (source: `SerializePropertyValue` of the Pulumi CLI, v3.259).
 */

/** Represents an unknown value of any type. */
const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Represents a secret in a preview, known or not. */
const MASKED_SECRET = "[secret]";

/** The key that marks an object as a special value, and the value of that key for secrets. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** Properties of AWS nest less than a tenth of this. A malicious file must not exhaust the call stack. */
const DEEPEST = 100;

/**
 * A value as the engine wrote it. A secret has its plain value if the file contains it (`--show-secrets`), otherwise it is unknown. Values that
 * nest deeper than properties of AWS are also unknown.
 */
export function serializedValue(raw: unknown, depth = 0): Value {
  if (depth > DEEPEST || raw === UNKNOWN_TEXT || raw === MASKED_SECRET) return UNKNOWN;
  if (typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean") return raw;
  if (Array.isArray(raw)) return raw.map((element) => serializedValue(element, depth + 1));
  if (typeof raw !== "object" || raw === null) return null;
  const object: Readonly<Record<string, unknown>> = { ...raw };
  return object[SIGNATURE] === SECRET ? secretValue(object["plaintext"], depth + 1) : serializedProperties(object, depth + 1);
}

/** Named values as the engine wrote them. */
export function serializedProperties(raw: Readonly<Record<string, unknown>>, depth = 0): Properties {
  if (hasPlainValues(raw, depth)) return raw;
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, serializedValue(value, depth)]));
}

/** Whether every value is written as it is, as almost all are: then the object needs no copy. */
function hasPlainValues(raw: Readonly<Record<string, unknown>>, depth: number): raw is Properties {
  return Object.values(raw).every((value) => isPlain(value, depth));
}

function isPlain(raw: unknown, depth: number): raw is Value {
  if (depth > DEEPEST || raw === UNKNOWN_TEXT || raw === MASKED_SECRET) return false;
  if (typeof raw !== "object" || raw === null) return true;
  if (Array.isArray(raw)) return raw.every((element) => isPlain(element, depth + 1));
  return isNoList(raw) && raw[SIGNATURE] !== SECRET && hasPlainValues(raw, depth + 1);
}

function isNoList(raw: object): raw is Readonly<Record<string, unknown>> {
  return !Array.isArray(raw);
}

/** The plain text of a secret is nested JSON. */
function secretValue(plaintext: unknown, depth: number): Value {
  if (typeof plaintext !== "string") return UNKNOWN;
  try {
    return serializedValue(JSON.parse(plaintext), depth);
  } catch {
    return UNKNOWN;
  }
}
