import { AwsError } from "../../account/store/aws-error";
import type { Tags } from "../../account/rows/row";
import { matchesFilterPattern } from "../../account/vpc/filter-pattern";
import type { Call } from "../operation/call";
import type { Filter } from "../operation/parameters";

type FilterValue = string | number | boolean | undefined;

/** What each filter of an operation compares. */
export interface Filters<Row> {
  readonly [filter: string]: (row: Row, call: Call) => FilterValue | readonly FilterValue[];
}

/** Whether a resource passes every filter. `tag:KEY` and `tag-key` compare tags. Throws `InvalidParameterValue` for a filter that is not simulated. */
export function passesFilters<Row>(given: readonly Filter[], filters: Filters<Row>, row: Row, call: Call, tags: Tags): boolean {
  return given.every(({ name, values }) =>
    comparedValues(name, filters, row, call, tags).some((value) => values.some((pattern) => matchesFilterPattern(pattern, value))),
  );
}

function comparedValues<Row>(name: string, filters: Filters<Row>, row: Row, call: Call, tags: Tags): readonly string[] {
  if (name.startsWith("tag:")) return Object.entries(tags).flatMap(([key, value]) => (key === name.slice(4) ? value : []));
  if (name === "tag-key") return Object.keys(tags);
  const compared = Object.hasOwn(filters, name) ? filters[name] : undefined;
  if (compared === undefined)
    throw new AwsError(
      "InvalidParameterValue",
      `The filter '${name}' is invalid. Simulated AWS supports ${["tag:KEY", "tag-key", ...Object.keys(filters)].join(", ")}`,
    );
  return [compared(row, call)].flat().flatMap((value) => (value === undefined ? [] : String(value)));
}
