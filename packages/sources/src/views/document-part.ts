import { notJson, truncatedFile, UnreadableFile } from "./unreadable-file";

/** A part of a JSON document with its path, so that errors report their position. Null counts as absent. */
export class DocumentPart {
  private constructor(
    private readonly json: unknown,
    private readonly fix: string,
    private readonly parent?: DocumentPart,
    /** The name of the member or the index of the item that it is in its parent. */
    private readonly step: string | number = "",
  ) {}

  /** Computed for errors only. */
  private get path(): string {
    const path = this.parent?.path ?? "";
    if (typeof this.step === "number") return `${path}[${this.step}]`;
    return path === "" ? this.step : `${path}.${this.step}`;
  }

  /**
   * Parses `text` as a document.
   *
   * @throws UnreadableFile `not-json` or `truncated`, with `fix`. All methods throw it with `wrong-document` if the part has another type.
   */
  static parse(text: string, fix: string): DocumentPart {
    // PowerShell writes a byte order mark when output is redirected to a file.
    const document = text.replace(/^\uFEFF/, "");
    try {
      return new DocumentPart(JSON.parse(document), fix);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw unparsable(document, reason, fix);
    }
  }

  /** A document that is parsed already. */
  static of(document: unknown, fix: string): DocumentPart {
    return new DocumentPart(document, fix);
  }

  member(name: string): DocumentPart | undefined {
    const object = this.object();
    const value = Object.hasOwn(object, name) ? (object[name] ?? undefined) : undefined;
    return value === undefined ? undefined : new DocumentPart(value, this.fix, this, name);
  }

  /** The value at a path of names, whatever it is. Undefined if a part on the way is no object. */
  at(...path: readonly string[]): unknown {
    return path.reduce<unknown>((json, name) => (isObject(json) && Object.hasOwn(json, name) ? json[name] : undefined), this.json);
  }

  required(name: string): DocumentPart {
    const member = this.member(name);
    if (member === undefined) throw this.wrong(`an object with "${name}"`);
    return member;
  }

  members(): readonly (readonly [string, DocumentPart])[] {
    return Object.keys(this.object()).flatMap((name) => {
      const member = this.member(name);
      return member === undefined ? [] : [[name, member]];
    });
  }

  object(): Readonly<Record<string, unknown>> {
    if (!isObject(this.json)) throw this.wrong("an object");
    return this.json;
  }

  items(): readonly DocumentPart[] {
    return this.list().map((item, index) => this.item(item, index));
  }

  /** The items as they are, without a copy. */
  list(): readonly unknown[] {
    if (!Array.isArray(this.json)) throw this.wrong("a list");
    return this.json;
  }

  /** A part that stands at `index` of this list, or did before it was removed. */
  item(item: unknown, index: number): DocumentPart {
    return new DocumentPart(item, this.fix, this, index);
  }

  /** The items of a list of texts. */
  texts(): readonly string[] {
    const { json } = this;
    return isTexts(json) ? json : this.items().map((item) => item.text());
  }

  text(): string {
    if (typeof this.json !== "string") throw this.wrong("a text");
    return this.json;
  }

  number(): number {
    if (typeof this.json !== "number") throw this.wrong("a number");
    return this.json;
  }

  boolean(): boolean {
    if (typeof this.json !== "boolean") throw this.wrong("true or false");
    return this.json;
  }

  /** The error `what` about this part. */
  unreadable(code: UnreadableFile["code"], what: string, fix = this.fix): UnreadableFile {
    return new UnreadableFile(code, this.path === "" ? "the document" : this.path, what, fix);
  }

  private wrong(expected: string): UnreadableFile {
    return this.unreadable("wrong-document", `expected ${expected}`);
  }
}

function isTexts(json: unknown): json is readonly string[] {
  return Array.isArray(json) && json.every((item) => typeof item === "string");
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** A parse error at the end means that the text is truncated: the parser reports that the input ended, or a position after the last character. */
function unparsable(document: string, reason: string, fix: string): UnreadableFile {
  const position = /at position (\d+)/.exec(reason)?.[1];
  const cut = position === undefined ? reason.startsWith("Unexpected end") : Number(position) >= document.length;
  if (cut) return truncatedFile(fix);
  const before = document.slice(0, Number(position ?? 0)).split("\n");
  return notJson({ line: before.length, column: (before.at(-1) ?? "").length + 1 }, fix);
}
