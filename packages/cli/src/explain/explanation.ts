/** What this command states about one policy, cause, term or error. Paragraphs are Markdown. */
export interface Explanation {
  readonly kind: "policy" | "cause" | "term" | "error";
  readonly id: string;
  /** What it is or what is the case, in one sentence. */
  readonly title: string;
  readonly meaning: readonly string[];
  /** What to do, the most likely help first. */
  readonly remedy: readonly string[];
  /** What AWS or the engine documents. */
  readonly facts: readonly Fact[];
  /** Ids that this command explains too. */
  readonly related: readonly string[];
}

/** A fact of a page of facts, with its public sources. */
export interface Fact {
  readonly title: string;
  readonly text: string;
  /** The day on which it was recorded. */
  readonly day: string;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
}
