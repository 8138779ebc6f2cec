import { renameReferences } from "../description/map-described";
import { type Described, type Inputs, type ResourceDescription, type Urn, urnOf } from "../description/program-description";

/** Inputs that name a resource in its account. Two resources must not share such a name. */
const PHYSICAL_NAMES = ["name", "functionName", "namePrefix", "clusterIdentifier", "identifier"];

/**
 * The resources under other names: `named` returns the name of each. References between them follow; references to others stay. Law: the result
 * declares as many resources.
 */
export function renamed(
  resources: readonly ResourceDescription[],
  named: (resource: ResourceDescription) => string,
): readonly ResourceDescription[] {
  const urns = new Map<Urn, Urn>();
  const rename = (urn: Urn): Urn => urns.get(urn) ?? urn;
  return resources.map((resource) => {
    const name = named(resource);
    const changed = renameReferences(
      name === resource.name ? resource : { ...resource, name, inputs: renamedInAccount(resource.inputs, name) },
      rename,
    );
    urns.set(urnOf(resource), urnOf(changed));
    return changed;
  });
}

function renamedInAccount(inputs: Inputs, name: string): Inputs {
  return Object.fromEntries(
    Object.entries(inputs).map(([input, value]): [string, Described] => [
      input,
      PHYSICAL_NAMES.includes(input) && typeof value === "string" ? `${value}-${name.split("-").at(-1) ?? name}` : value,
    ]),
  );
}
