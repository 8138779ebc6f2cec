import { isEmpty, isObject, type Properties, UNKNOWN, type Value } from "../property/value";
import { conform, zeroValue, normalized, withRemovals } from "./conform";
import { type Field, type Fields, isLeftToAws } from "./field";

/** The bridge's own addition to the state, with which it restores Terraform's state. */
const RAW_STATE: Properties = { __pulumi_raw_state_delta: { obj: {} } };

/**
 * The outputs of an existing resource: the value of the account (`described`), else the planned value, else the default. No output is
 * unknown, sets are sorted, and `id` is included.
 */
export function outputsOf(fields: Fields, id: string, planned: Properties, described: Properties): Properties {
  return { ...objectOutputs(fields, planned, described), id, ...RAW_STATE };
}

function objectOutputs(fields: Fields, planned: Properties, described: Properties): Properties {
  const entries = Object.entries(fields).map(([name, field]): [string, Value] => {
    const inner = described[name];
    const value = inner === undefined ? (planned[name] ?? field.default ?? null) : inner;
    const known = value === UNKNOWN || isUnconfiguredEmpty(field, planned[name] ?? null, value) ? null : value;
    const kept = conform(field.shape, known, (nested, object) => nestedOutputs(nested, object, planned[name] ?? null, inner));
    return [name, normalized(field, withRemovals(field.shape, kept, planned[name] ?? null))];
  });
  return Object.fromEntries(entries);
}

function nestedOutputs(fields: Fields, conformed: Properties, planned: Value, described: Value | undefined): Properties {
  return withZeroValues(
    fields,
    isObject(described) ? objectOutputs(fields, isObject(planned) ? planned : {}, described) : objectOutputs(fields, conformed, {}),
  );
}

/** SDKv2 stores absent texts, numbers and flags of a block as zero values. */
function withZeroValues(fields: Fields, block: Properties): Properties {
  const empty = (name: string): Value => {
    const field = fields[name];
    return field?.presence === "optional" && typeof field.shape === "string" ? zeroValue(field.shape) : null;
  };
  return Object.fromEntries(Object.entries(block).map(([name, value]) => [name, value ?? empty(name)]));
}

/** SDKv2 treats an empty collection that AWS reports as absent if the program set none. */
function isUnconfiguredEmpty(field: Field, planned: Value, reported: Value): boolean {
  return planned === null && !isLeftToAws(field) && isEmpty(reported);
}

/** The outputs for removed values: SDKv2 keeps them in the state as zero values. */
export function removedValues(fields: Fields, planned: Properties, old: Properties): Properties {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { shape, presence, default: otherwise }]): [string, Value][] => {
      const removed =
        presence === "optional" && otherwise === undefined && (planned[name] ?? null) === null && (old[name] ?? null) !== null;
      return removed && typeof shape === "string" ? [[name, shape === "asset" ? "" : zeroValue(shape)]] : [];
    }),
  );
}
