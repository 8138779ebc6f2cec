import type { Explained } from "./explanations";

/**
 * What a text names or quotes, in canonical order: the one that it names; otherwise those whose messages it contains; otherwise those whose codes or ids
 * it contains as words. A code with several causes yields all of them.
 */
export function findExplanations(text: string, all: readonly Explained[]): readonly Explained[] {
  const asked = normalized(text);
  const named = all.filter(({ names }) => names.some((name) => normalized(name) === asked));
  if (named.length > 0) return named;
  const line = text.replaceAll(/\s+/g, " ");
  const quoted = all.filter(({ messages }) => messages.some((message) => message.test(line)));
  if (quoted.length > 0) return quoted;
  const words = new Set(line.split(/[^\w.-]+/).flatMap((word) => [word, word.replace(/^\.+|\.+$/g, "")]));
  return all.filter(({ names }) => names.some((name) => isCode(name) && words.has(name)));
}

/** Codes and ids stand out in a text; terms such as "set" and "source" do not. */
function isCode(name: string): boolean {
  return /[a-z][A-Z]|\.|-/.test(name) || /Exception$/.test(name);
}

function normalized(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "-");
}
