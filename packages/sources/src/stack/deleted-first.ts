import type { DeletedFirst } from "@lambda-vpc/model";
import { given, type StackResource } from "./stack-resource";
import { elements, UNKNOWN } from "./value";

/** Why the replacement of a resource deletes it first. Law: a resource without a given name and without the option has no reason. */
export function readDeletedFirst(resource: StackResource): { deletedFirst?: DeletedFirst } {
  const reasons: DeletedFirst = [
    ...(hasGivenName(resource) ? (["name"] as const) : []),
    ...(resource.deleteBeforeReplace === true ? (["deleteBeforeReplace"] as const) : []),
  ];
  return reasons.length === 0 ? {} : { deletedFirst: reasons };
}

/**
 * Whether the program gives the name, known or not. Files list generated names in `__defaults`. Policies do not see that list; there the form of the name decides
 * (docs/engine-facts.md#given-names).
 */
function hasGivenName(resource: StackResource): boolean {
  const name = given(resource, "name");
  if (resource.inputs === undefined && (given(resource, "namePrefix") ?? "") !== "") return false;
  const generated = elements(resource.inputs?.["__defaults"]);
  if (generated !== UNKNOWN && generated.length > 0) return (name ?? "") !== "" && !generated.includes("name");
  return name === UNKNOWN || (typeof name === "string" && name !== "" && !GENERATED.some((form) => form.test(name)));
}

/** The form of the provider, and those of `pulumi:autonaming` that end in hexadecimal digits. */
const GENERATED = [/-[0-9a-f]{7}$/, /[-_.](?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{4,}$/];
