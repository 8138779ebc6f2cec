import { containsUnknown, isObject, type Properties, UNKNOWN, type Value } from "../property/value";
import { type Fields, isInput } from "../schema/field";

/** What the provider's own arguments say to every resource. */
export interface Configuration {
  readonly region: Value;
  /** Tags that every taggable resource gets. */
  readonly defaultTags: Value;
}

/** The variables that a process was started with. */
export interface Environment {
  readonly [name: string]: string | undefined;
}

/** The Region of a program that names none, so that none is needed to look at a preview. */
const DEFAULT_REGION = "us-east-1";

/** The provider's arguments with the Region filled in: the program's, else the environment's (as pulumi-aws), else us-east-1. */
export function withRegion(inputs: Properties, environment: Environment): Properties {
  return { ...inputs, region: inputs["region"] ?? environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? DEFAULT_REGION };
}

/** Reads the provider's arguments; Pulumi sends nested ones as JSON. */
export function readConfiguration(inputs: Properties): Configuration {
  const tags = parsedIfJson(inputs["defaultTags"] ?? {});
  return { region: inputs["region"] ?? DEFAULT_REGION, defaultTags: isObject(tags) ? (tags["tags"] ?? {}) : tags };
}

function parsedIfJson(value: Value): Value {
  return typeof value === "string" ? (JSON.parse(value) as Value) : value;
}

/** Gives a resource its Region and all its tags before it is checked, as pulumi-aws does (applyRegion, applyTags). */
export function applyConfiguration(fields: Fields, inputs: Properties, { region, defaultTags }: Configuration): Properties {
  const resourceRegion: Value = inputs["region"] ?? region;
  const withRegionField: Properties = "region" in fields ? { ...inputs, region: resourceRegion } : inputs;
  const { tagsAll } = fields;
  return tagsAll !== undefined && isInput(tagsAll)
    ? { ...withRegionField, tagsAll: allTags(inputs["tags"] ?? {}, defaultTags) }
    : withRegionField;
}

/** The tags that a type of the plugin framework plans: there the provider works out all of them, not pulumi-aws. */
export function frameworkTags(inputs: Properties, { defaultTags }: Configuration): Properties {
  return { tags: inputs["tags"] ?? null, tagsAll: allTags(inputs["tags"] ?? {}, defaultTags) };
}

function allTags(tags: Value, defaultTags: Value): Value {
  if (containsUnknown(tags) || containsUnknown(defaultTags)) return UNKNOWN;
  return { ...(isObject(defaultTags) ? defaultTags : {}), ...(isObject(tags) ? tags : {}) };
}
