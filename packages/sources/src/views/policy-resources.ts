import { resourceKind } from "../stack/aws-types";
import type { StackResource } from "../stack/stack-resource";
import { inUpdate } from "./outside-update";
import { type Properties, UNKNOWN, type Value } from "../stack/value";

/** The inputs of a resource, element by element, from resource validation. */
export interface ValidatedResource {
  readonly urn: string;
  readonly props: object;
  readonly type?: string;
  readonly provider?: { readonly urn: string };
}

/** The planned outputs and dependencies of a resource, from stack validation. */
export interface PolicyResource {
  readonly urn: string;
  readonly type: string;
  readonly props: object;
  readonly provider?: { readonly urn: string };
  readonly parent?: { readonly urn: string };
  readonly propertyDependencies: Readonly<Record<string, readonly { readonly urn: string }[]>>;
  readonly dependencies?: readonly { readonly urn: string }[];
  /** Its options, those that policies see (docs/engine-facts.md#options-in-policies). */
  readonly opts?: { readonly deleteBeforeReplace?: boolean };
}

/** The inputs that resource validation has received so far, by URN. A resource that is received again replaces the earlier inputs. */
export class SeenInputs {
  private readonly byUrn = new Map<string, Properties>();

  see({ urn, props }: ValidatedResource): void {
    this.byUrn.set(urn, properties(props));
  }

  /** Removes a resource, so that its inputs count as not received. */
  forget(urn: string): void {
    this.byUrn.delete(urn);
  }

  of(urn: string): Properties | undefined {
    return this.byUrn.get(urn);
  }
}

/** Joins the two views of a stack in the policy SDK. A resource that only stack validation contains has no inputs. */
export function readPolicyResources(resources: readonly PolicyResource[], seen: SeenInputs): readonly StackResource[] {
  return resources.map((resource) => inUpdate(readPolicyResource(resource, seen.of(resource.urn))));
}

/** Joins the two views of one resource. */
export function readPolicyResource(
  { urn, type, props, provider, parent, propertyDependencies, dependencies = [], opts }: PolicyResource,
  inputs: Properties | undefined,
): StackResource {
  return {
    urn,
    type,
    custom: provider !== undefined || resourceKind(type) !== undefined,
    ...(inputs === undefined ? {} : { inputs }),
    outputs: properties(props),
    ...(provider === undefined ? {} : { provider: provider.urn }),
    ...(parent === undefined ? {} : { parent: parent.urn }),
    propertyDependencies: Object.fromEntries(
      Object.entries(propertyDependencies).map(([property, dependencies]) => [property, dependencies.map((dependency) => dependency.urn)]),
    ),
    dependencies: dependencies.map((dependency) => dependency.urn),
    ...(opts?.deleteBeforeReplace === true ? { deleteBeforeReplace: true } : {}),
  };
}

/**
 * The texts that the engine writes for an unknown value of each type (source: `constants` of the Pulumi SDK, in this order: boolean, number, string,
 * array, asset, archive, object). A completely unknown list has the text of a string.
 */
const unknownTexts: ReadonlySet<unknown> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** The properties as plain values. Property descriptors bypass the proxy of the SDK, which throws on an unknown value. */
function properties(object: object): Properties {
  const plain: Record<string, Value> = {};
  for (const name of Object.keys(object)) plain[name] = value(Object.getOwnPropertyDescriptor(object, name)?.value);
  return plain;
}

function value(raw: unknown): Value {
  if (unknownTexts.has(raw)) return UNKNOWN;
  if (typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean") return raw;
  if (Array.isArray(raw)) return raw.map(value);
  return typeof raw === "object" && raw !== null ? properties(raw) : null;
}
