/**
 * The values of all secrets in a state file that contains them (`pulumi stack export --show-secrets`), as the engine wrote them: the plain text of a
 * secret is nested JSON. It scans the text, because most states have no such secret, and reading a state twice takes long.
 */
export function* secretsInState(state: string): Generator<unknown> {
  if (!state.includes(SECRET)) return;
  for (const [, text = ""] of state.matchAll(PLAINTEXT)) {
    const value = parsed(text);
    if (typeof value === "string") yield parsed(value) ?? value;
  }
}

/** The values of the secrets in a part of such a file that is parsed already. Law: of all parts, they are those that `secretsInState` finds in the text. */
export function* secretsIn(part: unknown): Generator<unknown> {
  // A list instead of recursion: a malicious file must not exhaust the call stack.
  const open: unknown[] = [part];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (typeof one !== "object" || one === null) continue;
    if ("plaintext" in one && typeof one.plaintext === "string") yield parsed(one.plaintext) ?? one.plaintext;
    for (const inner of Object.values(one)) if (typeof inner === "object" && inner !== null) open.push(inner);
  }
}

/** The value that marks an object as a secret (source: `SerializePropertyValue` of the Pulumi CLI, v3.259). */
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** Another property of this name adds texts that are no secrets, which does no harm. */
const PLAINTEXT = /"plaintext"\s*:\s*("(?:[^"\\]|\\.)*")/g;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
