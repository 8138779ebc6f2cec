import type { Registered } from "./engine";
import type { Properties } from "./value";

/** What resource validation gets of a resource: its inputs, element by element. */
export interface ValidatedView {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly props: Properties;
}

interface Named {
  readonly urn: string;
}

/** What stack validation gets of a resource: planned outputs and dependencies. */
export interface StackView {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly props: Properties;
  readonly provider?: Named;
  readonly parent?: Named;
  readonly propertyDependencies: Readonly<Record<string, readonly Named[]>>;
  readonly dependencies: readonly Named[];
}

/** Both views of a stack. */
export interface Views {
  readonly validated: readonly ValidatedView[];
  readonly stack: readonly StackView[];
}

/** Both views of what an engine registered. Policies see no dependency on what they do not see itself, such as a resource that is read. */
export function viewsOf(registered: readonly Registered[]): Views {
  const seen = new Map(registered.map(({ urn }) => [urn, { urn }]));
  const named = (urns: readonly string[]): readonly Named[] => urns.flatMap((urn) => seen.get(urn) ?? []);
  return {
    validated: registered.map(({ urn, type, inputs }) => ({ urn, type, name: nameOf(urn), props: inputs })),
    stack: registered.map(({ urn, type, outputs, provider, parent, propertyDependencies, dependencies }) => ({
      urn,
      type,
      name: nameOf(urn),
      props: outputs,
      ...(provider === undefined ? {} : { provider: { urn: provider } }),
      ...(parent === undefined ? {} : { parent: { urn: parent } }),
      propertyDependencies: Object.fromEntries(Object.entries(propertyDependencies).map(([property, urns]) => [property, named(urns)])),
      dependencies: named(dependencies),
    })),
  };
}

function nameOf(urn: string): string {
  return urn.split("::").at(-1) ?? "";
}
