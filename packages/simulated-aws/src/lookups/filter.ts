import { AwsError } from "../account/store/aws-error";
import { matchesFilterPattern } from "../account/vpc/filter-pattern";
import { objects, requiredText, textMap, texts } from "../property/read";
import { isList, type Properties, isEqual, type Value } from "../property/value";

/** A resource that a lookup can return. */
export type Candidate = Properties;

/** EC2's filters by name, with the property that each one compares. `tag:KEY` and `tag-key` compare tags. */
export type FilterNames = { readonly [filter: string]: string };

/** The candidates that pass every filter and have every requested tag. Throws `InvalidParameterValue` for an unsupported filter. */
export function matching(candidates: readonly Candidate[], inputs: Properties, names: FilterNames): readonly Candidate[] {
  const filters = objects(inputs, "filters").map((filter) => ({ name: requiredText(filter, "name"), values: texts(filter, "values") }));
  const wanted = Object.entries(textMap(inputs, "tags"));
  return candidates.filter(
    (candidate) =>
      filters.every(({ name, values }) =>
        filteredValues(name, candidate, names).some((value) => values.some((pattern) => matchesFilterPattern(pattern, value))),
      ) && wanted.every(([key, value]) => textMap(candidate, "tags")[key] === value),
  );
}

/** The values that a filter compares, as text. */
function filteredValues(filter: string, candidate: Candidate, names: FilterNames): readonly string[] {
  const tags = textMap(candidate, "tags");
  if (filter.startsWith("tag:")) return Object.entries(tags).flatMap(([key, value]) => (key === filter.slice(4) ? value : []));
  if (filter === "tag-key") return Object.keys(tags);
  const property = names[filter];
  if (property === undefined)
    throw new AwsError(
      "InvalidParameterValue",
      `The filter '${filter}' is invalid. Simulated AWS supports ${["tag:KEY", "tag-key", ...Object.keys(names)].join(", ")}`,
    );
  const value: Value = candidate[property] ?? null;
  return isList(value) ? value.map(String) : [String(value)];
}

/** The only candidate that matches the named inputs. Throws for none and for several, as Terraform does. */
export function singleMatch(kind: string, candidates: readonly Candidate[], inputs: Properties, names: readonly string[]): Candidate {
  const found = candidates.filter((candidate) =>
    names.every((name) => inputs[name] === undefined || inputs[name] === null || isEqual(inputs[name], candidate[name] ?? null)),
  );
  const [only, another] = found;
  if (only === undefined) throw new AwsError("NotFound", `no matching EC2 ${kind} found`);
  if (another !== undefined)
    throw new AwsError("TooMany", `multiple EC2 ${kind}s matched; use additional constraints to reduce matches to a single EC2 ${kind}`);
  return only;
}
