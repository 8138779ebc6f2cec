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
