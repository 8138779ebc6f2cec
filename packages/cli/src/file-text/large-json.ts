import { TokenParser, Tokenizer } from "@streamparser/json";
import { notJson, truncatedFile } from "@lambda-vpc/sources";
import { textPosition } from "./text-position";

/** A list of a document, and what takes its items. */
export interface StreamedList {
  /** The names of the members that lead to it. */
  readonly path: readonly string[];
  readonly add: (item: unknown) => void;
}

/** What of a document is read. */
export interface StreamedParts {
  readonly lists: readonly StreamedList[];
  /** Members of the document that are small. */
  readonly members: readonly string[];
  /** What to do about a text that is no such document, by what was read of it. */
  readonly fix: () => string;
}

/**
 * Reads a JSON document that may be longer than a string can be, in parts. Each item of a list is handed over when it is complete, and is not kept. The result
 * is the document with empty lists, and without what `parts` does not name. Law: it accepts the texts that `JSON.parse` accepts, and no others.
 *
 * @throws UnreadableFile if the text is not JSON, with the place, or if it is the beginning of a document.
 */
export function readLargeJson(chunks: () => Iterable<string>, parts: StreamedParts): unknown {
  const document = new StreamedDocument(parts);
  for (const chunk of chunks()) {
    const offset = document.write(chunk);
    if (offset !== undefined) throw notJson(textPosition(chunks(), offset), parts.fix());
  }
  return document.end();
}

class StreamedDocument {
  private readonly tokenizer = new Tokenizer();
  private readonly parser: TokenParser;
  private readonly rest = new Map<string, unknown>();
  private readonly takers: ReadonlyMap<string, StreamedList["add"]>;
  /** An error of a taker. The text is still read to its end, because a text that is no JSON is a greater mistake. */
  private fault: { readonly error: unknown } | undefined;
  /** Of the last token, in bytes of UTF-8. */
  private offset = -1;
  private isObject = false;

  constructor(private readonly parts: StreamedParts) {
    const { lists, members } = parts;
    this.takers = new Map(lists.map(({ path, add }) => [selector(path), add]));
    const roots = new Set([...members, ...lists.map(({ path }) => path[0] ?? "")].map((name) => selector([name])));
    this.parser = new TokenParser({ paths: [...roots, ...[...this.takers.keys()].map((list) => `${list}.*`)], keepStack: false });
    this.tokenizer.onToken = (token) => {
      if (this.offset < 0) this.isObject = token.value === "{";
      this.offset = token.offset;
      this.parser.write(token);
    };
    this.parser.onEnd = () => {
      if (!this.tokenizer.isEnded) this.tokenizer.end();
    };
    this.parser.onValue = ({ value, key, parent, stack }) => {
      if (stack.length === 1) this.rest.set(String(key), value);
      else if (Array.isArray(parent)) this.hand(value, parent, selector(stack.slice(1).map((one) => String(one.key))));
    };
  }

  /** The offset of what is not JSON, in bytes of UTF-8; undefined if the text can go on like this. */
  write(chunk: string): number | undefined {
    try {
      this.tokenizer.write(chunk);
      return undefined;
    } catch (error) {
      const position = /absolute position "(\d+)"/.exec(String(error))?.[1];
      return position === undefined ? Math.max(0, this.offset) : Number(position);
    }
  }

  end(): unknown {
    if (!this.isWhole()) throw truncatedFile(this.parts.fix());
    if (this.fault !== undefined) throw this.fault.error;
    return this.isObject ? Object.fromEntries(this.rest) : [];
  }

  /** A number at the end of a text is complete only there. */
  private isWhole(): boolean {
    try {
      if (!this.tokenizer.isEnded) this.tokenizer.end();
      return this.parser.isEnded;
    } catch {
      return false;
    }
  }

  private hand(item: unknown, list: unknown[], path: string): void {
    const add = this.takers.get(path);
    if (add === undefined) return;
    // The parser does not look at the items of a list that it has read.
    list.length = 0;
    if (this.fault !== undefined) return;
    try {
      add(item);
    } catch (error) {
      this.fault = { error };
    }
  }
}

/** How the parser names a part of a document. Names of members have no dots here. */
function selector(path: readonly string[]): string {
  return ["$", ...path].join(".");
}
