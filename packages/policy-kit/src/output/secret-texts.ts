import { printable, resourceName } from "@lambda-vpc/model";

/** A shorter text is in most sentences, and a secret that short protects nothing. */
export const SHORTEST = 4;

/** What stands for a secret, as in the output of Pulumi. */
const MARK = "[secret]";

/**
 * The texts that a program marks as secret, to keep them out of what is printed.
 *
 * Law: no text of `SHORTEST` characters or more that was added, and no id in an added JSON document, stands as a word in a text after `hide`. Names of
 * resources are excepted: Pulumi prints them itself.
 */
export class SecretTexts {
  /** The texts by their first characters, so that hiding takes no longer if there are many. */
  private readonly byStart = new Map<string, Set<string>>();

  /** Adds a value that is marked as secret, whatever it contains. */
  add(value: unknown): void {
    if (typeof value === "string") this.addText(value);
    else if (typeof value === "object" && value !== null) for (const part of Object.values(value)) this.add(part);
  }

  /** Whether nothing was added. */
  get isEmpty(): boolean {
    return this.byStart.size === 0;
  }

  /** The text with a mark in place of each secret. */
  hide<T extends string>(text: T, urns: Iterable<string> = []): T {
    if (this.isEmpty) return text;
    const names = new Set([...urns].map(resourceName));
    let [hidden, from, at] = ["", 0, 0];
    while (at + SHORTEST <= text.length) {
      const length = this.lengthAt(text, at, names);
      if (length > 0) {
        hidden += text.slice(from, at) + MARK;
        from = at + length;
      }
      at += Math.max(length, 1);
    }
    return (from === 0 ? text : hidden + text.slice(from)) as T;
  }

  /** Whether `text` contains a secret. */
  areIn(text: string, urns: Iterable<string> = []): boolean {
    return this.hide(text, urns) !== text;
  }

  private addText(text: string): void {
    // A policy prints a value as it is, as JSON, or with its control characters escaped.
    for (const form of new Set([text, JSON.stringify(text).slice(1, -1), printable(text)])) this.addForm(form);
    for (const id of idsIn(text)) this.addForm(id);
  }

  private addForm(form: string): void {
    if (form.length < SHORTEST) return;
    const start = form.slice(0, SHORTEST);
    const forms = this.byStart.get(start);
    if (forms === undefined) this.byStart.set(start, new Set([form]));
    else forms.add(form);
  }

  /** The length of the longest secret that stands at a place as a word; 0 if none does. */
  private lengthAt(text: string, at: number, names: ReadonlySet<string>): number {
    let longest = 0;
    for (const form of this.byStart.get(text.slice(at, at + SHORTEST)) ?? [])
      if (form.length > longest && !names.has(form) && text.startsWith(form, at) && isWord(text, at, at + form.length))
        longest = form.length;
    return longest;
  }
}

/** The ids in a JSON document: its texts with a digit. Its other texts, such as the effect and the actions of a policy, are words of AWS. */
function idsIn(text: string): readonly string[] {
  if (!/^\s*[[{]/.test(text)) return [];
  try {
    return textsIn(JSON.parse(text)).filter((one) => /\d/.test(one));
  } catch {
    return [];
  }
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Whether a part of a text is not only a part of a longer word: `devi` in `device` states nothing. */
function isWord(text: string, from: number, to: number): boolean {
  return !isInWord(text, from) && !isInWord(text, to);
}

/** Whether a letter or a digit is on both sides of a place. */
function isInWord(text: string, at: number): boolean {
  return at > 0 && /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
}
