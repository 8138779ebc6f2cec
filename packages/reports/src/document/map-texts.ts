/** Members that hold words of the format, never a value of a program. */
const words: ReadonlySet<string> = new Set([
  "basis",
  "policy",
  "severity",
  "level",
  "verdict",
  "kind",
  "cause",
  "causes",
  "noun",
  "fingerprint",
  "until",
]);

function isWords(value: unknown): boolean {
  return [value].flat().every((one) => typeof one === "string");
}

/** A part of the document with each text of a program mapped. */
export function mapTexts<T>(part: T, map: (text: string) => string): T;
export function mapTexts(part: unknown, map: (text: string) => string): unknown {
  if (typeof part === "string") return map(part);
  if (Array.isArray(part)) return part.map((one) => mapTexts<unknown>(one, map));
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, words.has(name) && isWords(value) ? value : mapTexts<unknown>(value, map)]),
  );
}
