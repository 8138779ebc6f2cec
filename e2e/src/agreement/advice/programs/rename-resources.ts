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
  // Parents come first. A component's outputs name resources that come after it, so all new URNs are known before references follow.
  for (const one of resources) {
    const { type, parent } = one;
    urns.set(urnOf(one), urnOf({ type, name: named(one), ...(parent === undefined ? {} : { parent: rename(parent) }) }));
  }
  return resources.map((one) => {
    const name = named(one);
    return renameReferences(name === one.name ? one : { ...one, name, inputs: renamedInAccount(one.inputs, name) }, rename);
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
