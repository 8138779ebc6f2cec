import { containsUnknown, isObject, type Properties, UNKNOWN, type Value } from "../property/value";
import { type Fields, isInput } from "../schema/field";

/** The provider arguments that apply to every resource. */
export interface Configuration {
  readonly region: Value;
  /** Tags of every taggable resource. */
  readonly defaultTags: Value;
}

/** The environment variables of the process. */
export interface Environment {
  readonly [name: string]: string | undefined;
}

/** The Region of a program that specifies none, so that a preview needs no configuration. */
const DEFAULT_REGION = "us-east-1";

/** The provider's arguments with the Region: that of the program, else of the environment (as pulumi-aws), else us-east-1. */
export function withRegion(inputs: Properties, environment: Environment): Properties {
  return { ...inputs, region: inputs["region"] ?? environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? DEFAULT_REGION };
}

/** Reads the provider's arguments. Pulumi sends nested ones as JSON. */
export function readConfiguration(inputs: Properties): Configuration {
  const tags = parsedIfJson(inputs["defaultTags"] ?? {});
  return { region: inputs["region"] ?? DEFAULT_REGION, defaultTags: isObject(tags) ? (tags["tags"] ?? {}) : tags };
}

function parsedIfJson(value: Value): Value {
  return typeof value === "string" ? (JSON.parse(value) as Value) : value;
}

/** Adds the Region and all tags to a resource before Check, as pulumi-aws does (applyRegion, applyTags). */
export function applyConfiguration(fields: Fields, inputs: Properties, { region, defaultTags }: Configuration): Properties {
  const resourceRegion: Value = inputs["region"] ?? region;
  const { region: regionField, tagsAll } = fields;
  const hasRegion = regionField?.shape === "string" && isInput(regionField);
  const withRegionField: Properties = hasRegion ? { ...inputs, region: resourceRegion } : inputs;
  return tagsAll !== undefined && isInput(tagsAll)
    ? { ...withRegionField, tagsAll: allTags(inputs["tags"] ?? {}, defaultTags) }
    : withRegionField;
}

/** The planned tags of a plugin-framework type. There the provider computes them, not pulumi-aws. */
export function frameworkTags(inputs: Properties, { defaultTags }: Configuration): Properties {
  return { tags: inputs["tags"] ?? null, tagsAll: allTags(inputs["tags"] ?? {}, defaultTags) };
}

function allTags(tags: Value, defaultTags: Value): Value {
  if (containsUnknown(tags) || containsUnknown(defaultTags)) return UNKNOWN;
  return { ...(isObject(defaultTags) ? defaultTags : {}), ...(isObject(tags) ? tags : {}) };
}
