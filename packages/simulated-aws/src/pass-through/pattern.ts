import { createHash } from "node:crypto";
import type { Subject } from "./subject";

const ALPHABETS: { readonly [kind: string]: string } = {
  hex: "0123456789abcdef",
  digits: "0123456789",
  alnum: "abcdefghijklmnopqrstuvwxyz0123456789",
  UPPER: "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
};

/**
 * The text of a pattern. Placeholders: `{region}`, `{account}`, `{id}`, `{name}`, `{uuid}`, `{hex:16}` and other digits, and fields:
 * `{cluster}`, or `{cluster/}` for what follows the last slash or colon in it. Equal placeholders of one resource have equal texts.
 */
export function expand(pattern: string, subject: Subject): string {
  return pattern.replace(/\{(\w+)(?::(\d+)|(\/))?\}/g, (_, name: string, length: string | undefined, last: string | undefined) => {
    const alphabet = ALPHABETS[name];
    if (alphabet !== undefined && length !== undefined) return digits(subject.seed, alphabet, Number(length));
    if (name === "uuid") return uuid(subject.seed);
    const text = named(name, subject);
    return last === undefined ? text : (text.split(/[/:]/).at(-1) ?? "");
  });
}

function named(name: string, subject: Subject): string {
  if (name === "region") return subject.region;
  if (name === "account") return subject.accountId;
  if (name === "id") return subject.id;
  return name === "name" ? subject.name : subject.text(name);
}

/** Digits of an alphabet that follow from the seed. */
export function digits(seed: string, alphabet: string, length: number): string {
  const bytes = createHash("sha512").update(`${alphabet.length} ${seed}`).digest();
  return Array.from({ length }, (_, index) => alphabet[(bytes[index % bytes.length] ?? 0) % alphabet.length]).join("");
}

export function uuid(seed: string): string {
  const hex = createHash("sha256").update(`uuid ${seed}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}
