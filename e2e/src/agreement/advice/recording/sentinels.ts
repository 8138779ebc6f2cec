import type { Described } from "../description/program-description";

/** The text that stands for the output `property` of the resource `index` while a program is recorded. */
export function sentinel(index: number, property: string): string {
  return `@@${index}:${property}@@`;
}

const SENTINEL = /@@(\d+):([A-Za-z0-9_]+)@@/g;

/** A recorded text with its sentinels as outputs: the output alone, or a text that is put together. */
export function withOutputs(text: string, urnAt: (index: number) => string): Described {
  const parts: Described[] = [];
  let end = 0;
  for (const match of text.matchAll(SENTINEL)) {
    const [whole, index = "", property = ""] = match;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push({ $: "output", resource: urnAt(Number(index)), path: [property] });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  const [only = ""] = parts;
  if (parts.length === 0) return text;
  return parts.length === 1 ? only : { $: "text", parts };
}

/** Whether a part of a sentinel is left: the program took a text apart. */
export function isTakenApart(text: string): boolean {
  return text.replace(SENTINEL, "").includes("@@");
}
