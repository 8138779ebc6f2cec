import type { DocumentPart } from "./document-part";
import { InternedTexts } from "./interned-texts";
import { serializedProperties } from "./serialized-value";
import { sourcePosition } from "./source-position";
import type { StackResource } from "../stack/stack-resource";
import type { Properties } from "../stack/value";

/**
 * A resource as the engine writes it into previews and state files (source: `apitype.ResourceV3` of the Pulumi SDK, v3.259).
 *
 * @throws UnreadableFile if a required part is missing or has another type.
 */
export function readSerializedResource(part: DocumentPart, interned = new InternedTexts()): StackResource {
  const provider = part.member("provider")?.text();
  const parent = part.member("parent")?.text();
  const position = sourcePosition(part.object());
  return {
    urn: interned.of(part.required("urn").text()),
    type: interned.of(part.required("type").text()),
    // The engine marks providers as custom, but they do not exist in AWS. Only they have no provider.
    custom: (part.member("custom")?.boolean() ?? false) && provider !== undefined,
    inputs: properties(part, "inputs"),
    outputs: properties(part, "outputs"),
    ...(provider === undefined ? {} : { provider: interned.of(providerUrn(provider)) }),
    ...(parent === undefined ? {} : { parent: interned.of(parent) }),
    propertyDependencies: propertyDependencies(part, interned),
    ...(position === undefined ? {} : { position }),
    dependencies: interned.all(part.member("dependencies")?.texts() ?? []),
  };
}

function propertyDependencies(part: DocumentPart, interned: InternedTexts): StackResource["propertyDependencies"] {
  const properties = part.member("propertyDependencies")?.members() ?? [];
  return Object.fromEntries(properties.map(([property, urns]) => [property, interned.all(urns.texts())]));
}

/** A flag of a resource. An absent flag is not set. */
export function isSet(part: DocumentPart, flag: "external" | "delete" | "pendingReplacement"): boolean {
  return part.member(flag)?.boolean() ?? false;
}

/** The engine omits empty objects, so an absent one is empty. */
function properties(part: DocumentPart, name: string): Properties {
  return serializedProperties(part.member(name)?.object() ?? {});
}

/** A resource names its provider by URN and id. The id follows the last `::`. */
function providerUrn(reference: string): string {
  const end = reference.lastIndexOf("::");
  return end < 0 ? reference : reference.slice(0, end);
}
