import { closeSync, openSync, readSync } from "node:fs";

/** A text that is longer than a string can be, in parts. */
export interface LargeText {
  readonly bytes: number;
  /** Reads it from its beginning. Its parts do not end in the middle of a character. @throws CommandError if it cannot be read. */
  readonly chunks: () => Iterable<string>;
}

/** The bytes of a file, in parts. A part is valid until the next one is read. */
export function* fileChunks(path: string): Generator<Uint8Array> {
  const descriptor = openSync(path, "r");
  try {
    const buffer = new Uint8Array(CHUNK);
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer)) yield buffer.subarray(0, read);
  } finally {
    closeSync(descriptor);
  }
}

/** The same of bytes in memory. */
export function* memoryChunks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += CHUNK) yield bytes.subarray(start, start + CHUNK);
}

/** Larger parts are not read faster. */
const CHUNK = 2 ** 20;
