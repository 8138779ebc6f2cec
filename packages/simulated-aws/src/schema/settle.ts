import { isObject, type Properties, UNKNOWN, type Value } from "../property/value";
import { conform } from "./conform";
import type { Fields } from "./field";

/** What the bridge adds to the state to find its way back to Terraform's: nobody else's to read, but there. */
const RAW_STATE: Properties = { __pulumi_raw_state_delta: { obj: {} } };

/**
 * The outputs of a resource that exists: what the account says of it (`described`), else what was asked for, else the default.
 * Nothing is unknown any more, sets are sorted, `id` is among the outputs.
 */
export function settle(fields: Fields, id: string, asked: Properties, described: Properties): Properties {
  return { ...settleObject(fields, asked, described), id, ...RAW_STATE };
}

function settleObject(fields: Fields, asked: Properties, described: Properties): Properties {
  const entries = Object.entries(fields).map(([name, field]): [string, Value] => {
    const inner = described[name];
    const value = inner === undefined ? (asked[name] ?? field.default ?? null) : inner;
    const known = value === UNKNOWN ? null : value;
    return [name, conform(field.shape, known, (nested, object) => settleObject(nested, object, isObject(inner) ? inner : {}))];
  });
  return Object.fromEntries(entries);
}
