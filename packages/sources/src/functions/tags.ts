import type { Tags } from "@lambda-vpc/model";
import { given, givenOrOutput, type StackResource } from "../stack/stack-resource";
import { isList, isProperties, UNKNOWN, type Value } from "../stack/value";

/**
 * The tags of a resource with the default tags of its provider. The AWS provider has them in `tagsAll`, which is unknown as a whole if one
 * value is unknown. The aws-native provider adds them to `tags` (docs/engine-facts.md#default-tags).
 */
export function readTags(resource: StackResource): Tags {
  const own = entriesOf(given(resource, "tags"));
  const all = givenOrOutput(resource, "tagsAll");
  const merged = all === undefined || all === null ? own : entriesOf(all);
  const entries = new Map([...(merged ?? []), ...(own ?? [])]);
  return {
    known: Object.fromEntries([...entries].flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : []))),
    unknown: [...entries].flatMap(([key, value]) => (value === UNKNOWN ? [key] : [])).sort(),
    hidden: merged === undefined,
  };
}

/** Tags as an object, or as a list of keys and values, which aws-native uses. Undefined if some keys are unknown. */
function entriesOf(tags: Value | undefined): readonly (readonly [string, Value])[] | undefined {
  if (tags === UNKNOWN) return undefined;
  if (isProperties(tags)) return Object.entries(tags);
  if (!isList(tags)) return [];
  const entries = tags.map((tag) =>
    isProperties(tag) && typeof tag["key"] === "string" ? ([tag["key"], tag["value"] ?? null] as const) : undefined,
  );
  const known = entries.filter((entry) => entry !== undefined);
  return known.length === tags.length ? known : undefined;
}
