import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Fact } from "./explanation";

/** A term of ARCHITECTURE.md. */
export interface Term {
  readonly term: string;
  readonly meaning: string;
  /** What code calls it. */
  readonly code?: string;
}

/** Texts of pages that are not published: `npm run docs` writes them from the pages. */
export interface References {
  /** By their anchors, such as `docs/aws-facts.md#eni-quota`. */
  readonly facts: Readonly<Record<string, Fact>>;
  readonly terms: readonly Term[];
}

export function readReferences(): References {
  return JSON.parse(readFileSync(join(__dirname, "../../explained/facts.json"), "utf8")) as References;
}

/** The facts with these anchors, each once. */
export function factsAt(anchors: readonly string[], { facts }: References): readonly Fact[] {
  return [...new Set(anchors)].flatMap((anchor) => facts[anchor] ?? []);
}
