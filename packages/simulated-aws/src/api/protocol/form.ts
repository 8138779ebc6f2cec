import type { Members } from "../operation/parameters";

/** A part of a form: names before and after each dot are levels. */
interface Level {
  [name: string]: string | Level;
}

/**
 * The members in a form of the query protocols: `Filter.1.Value.2=x` is the second element of `Value` in the first element of `Filter`.
 * EC2 numbers elements directly, other services after `member`.
 */
export function membersOfForm(form: URLSearchParams): Members {
  const root = level();
  for (const [name, value] of form) {
    const path = name.split(".");
    const last = path.pop() ?? "";
    let at = root;
    for (const part of path) {
      const below = at[part];
      at = at[part] = typeof below === "object" ? below : level();
    }
    at[last] = value;
  }
  return Object.fromEntries(Object.entries(root).map(([name, value]) => [name, decoded(value)]));
}

/** Without a prototype, so that `__proto__` is a name like any other. */
function level(): Level {
  return Object.create(null) as Level;
}

function decoded(value: string | Level): unknown {
  if (typeof value === "string") return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (only?.[0] === "member" && entries.length === 1) return decoded(only[1]);
  if (entries.every(([name]) => /^\d+$/.test(name)))
    return entries.toSorted(([one], [other]) => Number(one) - Number(other)).map(([, element]) => decoded(element));
  return Object.fromEntries(entries.map(([name, below]) => [name, decoded(below)]));
}
