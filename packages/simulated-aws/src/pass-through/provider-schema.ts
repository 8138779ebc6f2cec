import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Value } from "../property/value";
import { type Field, type Fields, type Scalar, type Shape, tagFields } from "../schema/field";
import { automaticNames } from "./automatic-names";

/** The file of the data: `npm run provider-schema` writes it from the declarations of @pulumi/aws. */
const FILE = join(__dirname, "../../data/provider-schema.json");

/** Codes of fields by name, such as `?number = 30`. packages/workspace/src/provider-schema/field-code.ts describes them. */
interface FieldCodes {
  readonly [name: string]: string;
}

interface ResourceData {
  readonly fields: FieldCodes;
  readonly id?: string;
  readonly arn?: string;
}

interface Data {
  readonly objects: { readonly [name: string]: FieldCodes };
  readonly resources: { readonly [token: string]: ResourceData };
}

/** What the SDK of the provider declares of a resource type. */
export interface ProviderType {
  readonly fields: Fields;
  /** The patterns of its ids and ARNs, where the documentation shows them (docs/aws-facts.md#provider-ids). */
  readonly id?: string;
  readonly arn?: string;
}

let data: Data | undefined;
const types = new Map<string, ProviderType>();
const objects = new Map<string, Fields>();

function loaded(): Data {
  return (data ??= JSON.parse(readFileSync(FILE, "utf8")) as Data);
}

/** The tokens of all resource types of the provider. */
export function providerTokens(): readonly string[] {
  return Object.keys(loaded().resources);
}

/** The type with this token. Undefined if the provider, in the version of the data, has none. */
export function providerType(token: string): ProviderType | undefined {
  const known = types.get(token);
  if (known !== undefined) return known;
  const found = loaded().resources[token];
  if (found === undefined) return undefined;
  const { fields: codes, ...patterns } = found;
  const type = { ...patterns, fields: resourceFields(token, codes) };
  types.set(token, type);
  return type;
}

function resourceFields(token: string, codes: FieldCodes): Fields {
  const fields = fieldsOf(codes);
  const { tags, tagsAll, region } = fields;
  return {
    ...fields,
    ...(tags !== undefined && tagsAll !== undefined ? tagFields : {}),
    ...(region?.presence === "optionalComputed" ? { region: { ...region, replaces: true } } : {}),
    ...automaticNames(token, fields),
  };
}

function fieldsOf(codes: FieldCodes): Fields {
  return Object.fromEntries(Object.entries(codes).map(([name, code]) => [name, fieldOf(code)]));
}

const PRESENCES = { "!": "required", "?": "optional", "~": "optionalComputed" } as const;

function fieldOf(code: string): Field {
  const [, who = "", type = "", value, replaces] = /^([!?~]?)(\S+)(?: = (.*?))?( replaces)?$/.exec(code) ?? [];
  const presence = who === "!" || who === "?" || who === "~" ? PRESENCES[who] : "computed";
  return {
    shape: shapeOf(type),
    presence,
    ...(value === undefined ? {} : { [presence === "optional" ? "default" : "awsDefault"]: JSON.parse(value) as Value }),
    ...(replaces === undefined ? {} : { replaces: true }),
  };
}

function shapeOf(type: string): Shape {
  if (type === "map<string>") return { map: "string" };
  if (!type.endsWith("[]")) return elementOf(type);
  const element = elementOf(type.slice(0, -"[]".length));
  return { list: element };
}

/** A scalar or an object. The fields of an object are read when something asks for them, because most are never used. */
function elementOf(type: string): Scalar | { readonly object: Fields } {
  if (isScalar(type)) return type;
  if (loaded().objects[type] === undefined) return "anything";
  return {
    get object(): Fields {
      const known = objects.get(type) ?? fieldsOf(loaded().objects[type] ?? {});
      objects.set(type, known);
      return known;
    },
  };
}

const SCALARS: readonly string[] = ["string", "number", "boolean", "document", "asset", "anything"] satisfies readonly Scalar[];

function isScalar(type: string): type is Scalar {
  return SCALARS.includes(type);
}
