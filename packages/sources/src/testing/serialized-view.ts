import type { PolicyResource } from "../views/policy-resources";
import { plainObject } from "./plain-object";
import { isProvider, type View } from "./program";
import { type Json, type JsonObject, UNKNOWN_TEXT } from "./terraform-bridge";

/**
 * The resources of a view as the engine writes them (`ResourceV3`, read off `pulumi stack export` and `pulumi preview --json`, v3.259): it
 * leaves out what is empty, adds the providers, and names a provider by URN and id.
 */
export function serializedView(view: View): readonly JsonObject[] {
  const inputs = new Map(view.validated.map(({ urn, props }) => [urn, plainObject(props)]));
  const shown = new Set(view.resources.map(({ urn }) => urn));
  const providers = new Set(view.resources.flatMap(({ provider }) => provider?.urn ?? []).filter((urn) => !shown.has(urn)));
  return [
    ...[...providers].map((urn) => ({ urn, custom: true, id: "8e481f91-3be7", type: urn.split("::")[2] ?? "" })),
    ...view.resources.map((resource) => serialized(resource, inputs.get(resource.urn) ?? {})),
  ];
}

function serialized(
  { urn, type, props, provider, parent, propertyDependencies, dependencies = [] }: PolicyResource,
  inputs: JsonObject,
): JsonObject {
  const outputs = plainObject(props);
  const { id = UNKNOWN_TEXT } = outputs;
  return withoutEmpty({
    urn,
    custom: provider !== undefined || isProvider({ type }),
    ...(provider !== undefined && id !== UNKNOWN_TEXT ? { id } : {}),
    type,
    inputs,
    outputs,
    ...(parent === undefined ? {} : { parent: parent.urn }),
    ...(provider === undefined ? {} : { provider: `${provider.urn}::8e481f91-3be7` }),
    propertyDependencies: Object.fromEntries(
      Object.entries(propertyDependencies).map(([property, dependencies]) => [property, dependencies.map((one) => one.urn)]),
    ),
    dependencies: dependencies.map((one) => one.urn),
  });
}

function withoutEmpty(members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => !isEmptyObject(value)));
}

function isEmptyObject(value: Json): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
