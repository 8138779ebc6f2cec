import { TextDecoder } from "node:util";

/** The text of a file in UTF-8, or in UTF-16 with a byte order mark, as PowerShell writes it. Without the mark. Undefined if it is neither. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return isText(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The same of a file in parts of at least 2 bytes, in parts that do not end in the middle of a character. A part that is undefined is the last: there the
 * file is no text.
 */
export function* decodeChunks(chunks: Iterable<Uint8Array>): Generator<string | undefined> {
  let decoder: TextDecoder | undefined;
  for (const bytes of chunks) {
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    const part = decoded(decoder, bytes);
    yield part;
    if (part === undefined) return;
  }
  if (decoder !== undefined) yield decoded(decoder);
}

/** Without `bytes`, what is left at the end of the file: nothing, or half of a character. */
function decoded(decoder: TextDecoder, bytes?: Uint8Array): string | undefined {
  try {
    const text = decoder.decode(bytes, { stream: bytes !== undefined });
    return isText(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

function encodingOf([first, second]: Uint8Array): string {
  return first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function isText(text: string): boolean {
  return !text.includes("\0");
}
