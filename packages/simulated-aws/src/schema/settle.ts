import { isEmpty, isObject, type Properties, UNKNOWN, type Value } from "../property/value";
import { conform, nothing, stated } from "./conform";
import { type Field, type Fields, isLeftToAws } from "./field";

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
    const known = value === UNKNOWN || isNeverGiven(field, asked[name] ?? null, value) ? null : value;
    return [
      name,
      stated(
        field,
        conform(field.shape, known, (nested, object) => settleNested(nested, object, asked[name] ?? null, inner)),
      ),
    ];
  });
  return Object.fromEntries(entries);
}

function settleNested(fields: Fields, settled: Properties, asked: Value, described: Value | undefined): Properties {
  return isObject(described) ? settleObject(fields, isObject(asked) ? asked : {}, described) : settleObject(fields, settled, {});
}

/** SDKv2 takes an empty collection that AWS reports for one not given, as the program has it. */
function isNeverGiven(field: Field, asked: Value, reported: Value): boolean {
  return asked === null && !isLeftToAws(field) && isEmpty(reported);
}

/** What an update makes of the values that it removes: SDKv2 keeps them in the state, with nothing in them. */
export function removals(fields: Fields, asked: Properties, old: Properties): Properties {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { shape, presence, default: otherwise }]): [string, Value][] => {
      const removed = presence === "optional" && otherwise === undefined && (asked[name] ?? null) === null && (old[name] ?? null) !== null;
      return removed && typeof shape === "string" ? [[name, shape === "asset" ? "" : nothing(shape)]] : [];
    }),
  );
}
