import type { Key } from "./key";

/**
 * Whether `pattern` matches `key`; `*` is any number of characters. Law: a pattern without `*` matches only itself. Linear in the length of the
 * key for each part of any pattern.
 */
export function matchesPattern(pattern: string, key: Key): boolean {
  const [head = "", ...parts] = pattern.split("*");
  const tail = parts.pop();
  if (tail === undefined) return key === pattern;
  if (!key.startsWith(head)) return false;
  let from = head.length;
  for (const part of parts) {
    const found = key.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return key.length - tail.length >= from && key.endsWith(tail);
}
