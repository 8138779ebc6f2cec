import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { isList, type Properties, UNKNOWN, type Value } from "./value";

/** The texts that stand for unknown values on the wire, one for each type (pulumi's sdk/go/common/resource/plugin/rpc.go). */
const SENTINELS: ReadonlySet<string> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9", // string
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // list
  "030794c1-ac77-496b-92df-f27374a8bd58", // asset
  "e48ece36-62e2-4504-bad9-02848725956a", // archive
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);

/** The Terraform bridge sends this text for every type: a whole unknown list arrives as this text. */
export const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Decodes properties. An absent message is empty. */
export function decode(message: Struct | undefined): Properties {
  return message === undefined ? {} : (fromWire(message.toJavaScript()) as Properties);
}

/** Encodes properties. */
export function encode(properties: Properties): Struct {
  return Struct.fromJavaScript(toWire(properties) as Record<string, JavaScriptValue>);
}

function fromWire(value: JavaScriptValue): Value {
  if (typeof value === "string") return SENTINELS.has(value) ? UNKNOWN : value;
  if (Array.isArray(value)) return value.map(fromWire);
  if (typeof value === "object" && value !== null) return mapValues(value as { readonly [name: string]: JavaScriptValue }, fromWire);
  return value;
}

function toWire(value: Value): JavaScriptValue {
  if (value === UNKNOWN) return UNKNOWN_TEXT;
  if (isList(value)) return value.map(toWire);
  if (typeof value === "object" && value !== null) return mapValues(value, toWire);
  return value;
}

function mapValues<From, To>(object: { readonly [name: string]: From }, change: (value: From) => To): { [name: string]: To } {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}
