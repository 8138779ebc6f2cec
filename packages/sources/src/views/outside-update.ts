import type { StackResource } from "../stack/stack-resource";
import { unknownProperties } from "../stack/unknown-properties";
import type { Properties } from "../stack/value";

/**
 * A resource as an update with `--target` or `--exclude` leaves it. If the resource does not exist and the update does not create it, policies see it
 * without properties (docs/engine-facts.md#targets-in-policies).
 */
export function inUpdate(resource: StackResource): StackResource {
  return isOutside(resource) ? leftOut(resource) : resource;
}

/**
 * A resource that does not exist and that an update leaves out. What an attachment attaches, or where a route leads, is then unknown, and not absent: it
 * was created elsewhere, or a later update creates it.
 */
export function leftOut(resource: StackResource): StackResource {
  return { ...resource, leftOut: true, inputs: unknownProperties, outputs: unknownProperties };
}

function isOutside({ custom, provider, inputs = {}, outputs }: StackResource): boolean {
  return custom && provider !== undefined && isEmpty(inputs) && isEmpty(outputs);
}

function isEmpty(properties: Properties): boolean {
  return Object.keys(properties).length === 0;
}
