import { type Properties, UNKNOWN, type Value } from "../stack/value";

/*
 * How the engine writes property values into previews and state files (source: `SerializePropertyValue` of the Pulumi CLI, v3.259).
 */

/** Stands for an unknown value of every type. */
const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Stands for a secret in a preview, known or not. */
const MASKED_SECRET = "[secret]";

/** The key that marks an object as something else than an object, and its value where that is a secret. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** Properties of AWS nest less than a tenth of this; a file made to nest deeper must not exhaust the stack. */
const DEEPEST = 100;

/**
 * A value as the engine wrote it. A secret is what it holds where the file shows it (`--show-secrets`), else unknown. So is whatever nests
 * deeper than properties do.
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
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, serializedValue(value, depth)]));
}

/** The plain text of a secret is JSON once more. */
function secretValue(plaintext: unknown, depth: number): Value {
  if (typeof plaintext !== "string") return UNKNOWN;
  try {
    return serializedValue(JSON.parse(plaintext), depth);
  } catch {
    return UNKNOWN;
  }
}
