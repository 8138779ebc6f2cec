import { resourceKind } from "../stack/aws-types";
import type { StackResource } from "../stack/stack-resource";
import { type Properties, UNKNOWN } from "../stack/value";

/**
 * A resource as an update with `--target` or `--exclude` leaves it. If the resource does not exist and the update does not create it, policies see it
 * without properties (docs/engine-facts.md#targets-in-policies). What an attachment attaches, or where a route leads, is then unknown, and not absent: it
 * was created elsewhere, or a later update creates it. A function is undefined: it takes nothing and needs nothing until an update creates it.
 */
export function inUpdate(resource: StackResource): StackResource | undefined {
  if (!isOutside(resource)) return resource;
  return isConsumer(resource.type) ? undefined : { ...resource, inputs: unknownProperties, outputs: unknownProperties };
}

function isOutside({ custom, provider, inputs = {}, outputs }: StackResource): boolean {
  return custom && provider !== undefined && isEmpty(inputs) && isEmpty(outputs);
}

function isEmpty(properties: Properties): boolean {
  return Object.keys(properties).length === 0;
}

function isConsumer(type: string): boolean {
  const kind = resourceKind(type);
  return kind === "function" || kind === "network-connector" || type === "aws-native:lambda:Function";
}

/** Every property of a resource of any type, each unknown. */
const unknownProperties: Properties = new Proxy({}, { get: (_, name) => (typeof name === "string" ? UNKNOWN : undefined) });
