import type { DocumentPart } from "./document-part";
import { serializedProperties } from "./serialized-value";
import { createdByEngine, providerType } from "../stack/provider-scopes";
import type { StackResource } from "../stack/stack-resource";

/**
 * The providers that the engine creates for `resources`. A preview leaves them out, and contains the stack configuration that they get
 * (docs/engine-facts.md#default-providers).
 */
export function defaultProviders(resources: readonly StackResource[], preview: DocumentPart): readonly StackResource[] {
  const urns = new Set(resources.flatMap(({ provider }) => (provider !== undefined && createdByEngine(provider) ? [provider] : [])));
  const configuration = Object.entries(serializedProperties(preview.member("config")?.object() ?? {}));
  return [...urns].map((urn) => {
    const type = urn.split("::")[2] ?? "";
    const prefix = `${type.slice(providerType.length)}:`;
    const settings = configuration.flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
    );
    return { urn, type, custom: false, inputs: Object.fromEntries(settings), outputs: {}, propertyDependencies: {}, dependencies: [] };
  });
}
