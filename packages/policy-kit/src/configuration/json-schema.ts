import { descriptionOf, type Part, partsOf, type Schema } from "./schema";

/** The part of JSON schema that schemas are published in. */
export interface JsonSchema {
  readonly type?: "integer" | "number" | "string" | "boolean" | "array" | "object";
  readonly description?: string;
  readonly default?: number | string | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly enum?: string[];
  readonly anyOf?: JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: string[];
  readonly additionalProperties?: boolean;
}

/**
 * A field as JSON schema. An empty list is left out as a default. Law: it accepts every value that the field accepts. It omits what JSON schema or
 * this function does not know; `readConfiguration` checks the rest.
 */
export function jsonSchemaOf(field: Schema): JsonSchema & { readonly description: string } {
  return { description: descriptionOf(field), ...convert(field) };
}

function convert(schema: Schema): JsonSchema {
  const { pipe } = partsOf(schema);
  return pipe === undefined ? convertType(schema) : inputSteps(pipe).reduce<JsonSchema>(convertStep, {});
}

/** The steps that read what users write: a transformation replaces it, and the steps after it read the result. */
function inputSteps(pipe: readonly Part[]): readonly Part[] {
  const steps = flattened(pipe);
  const end = steps.findIndex(({ kind }, index) => index > 0 && (kind === "schema" || kind === "transformation"));
  return end < 0 ? steps : steps.slice(0, end);
}

function flattened(pipe: readonly Part[]): readonly Part[] {
  return pipe.flatMap((step) => (step.pipe === undefined ? [step] : flattened(step.pipe)));
}

function convertStep(before: JsonSchema, step: Part): JsonSchema {
  const { type, requirement } = step;
  if (step.kind === "schema") return convertType(step);
  if (type === "integer") return { ...before, type: "integer" };
  if (type === "description" && step.description !== undefined) return { ...before, description: step.description };
  if (type === "min_value" && typeof requirement === "number")
    return { ...before, minimum: Math.max(requirement, before.minimum ?? requirement) };
  if (type === "max_value" && typeof requirement === "number")
    return { ...before, maximum: Math.min(requirement, before.maximum ?? requirement) };
  if (type === "non_empty") return before.type === "array" ? { ...before, minItems: 1 } : { ...before, minLength: 1 };
  // JSON schema has one pattern, and no flags.
  if (type === "regex" && requirement instanceof RegExp && requirement.flags === "")
    return { ...before, pattern: before.pattern ?? requirement.source };
  return before;
}

function convertType(schema: Part): JsonSchema {
  const { type, wrapped, item, entries = {}, options = [] } = schema;
  switch (type) {
    case "number":
    case "string":
    case "boolean":
      return { type };
    case "picklist": {
      const words = options.filter((option) => typeof option === "string");
      return words.length === options.length ? { enum: words, type: "string" } : {};
    }
    case "union":
      return { anyOf: options.filter(isSchema).map(convert) };
    case "array":
      return { type, ...(item === undefined ? {} : { items: convert(item) }) };
    case "object":
    case "strict_object":
      return {
        type: "object",
        properties: Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, convert(entry)])),
        required: Object.keys(entries).filter((name) => entries[name] !== undefined && !isOptional(entries[name])),
        ...(type === "strict_object" ? { additionalProperties: false } : {}),
      };
    case "optional":
    case "exact_optional":
      return { ...(wrapped === undefined ? {} : convert(wrapped)), ...defaultValue(schema.default) };
    default:
      return {};
  }
}

function isSchema(option: unknown): option is Schema {
  return typeof option === "object" && option !== null && "kind" in option;
}

/** No default is shown where a value is required, or where a list is empty without one. */
function defaultValue(fallback: unknown): Pick<JsonSchema, "default"> {
  return typeof fallback === "number" || typeof fallback === "string" || typeof fallback === "boolean" ? { default: fallback } : {};
}

function isOptional(schema: Schema): boolean {
  return ["optional", "exact_optional", "nullish"].includes(partsOf(schema).type);
}
