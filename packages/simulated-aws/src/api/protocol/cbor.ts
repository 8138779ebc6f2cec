import { type Answer, Instant, isAnswerList } from "../operation/answer";
import { InvalidParameter } from "../operation/parameters";

/* The parts of CBOR, defined by RFC 8949, that the protocol uses. */

/** The major types. */
const MAJOR = { unsigned: 0, negative: 1, bytes: 2, text: 3, list: 4, map: 5, tag: 6, simple: 7 } as const;

/** The tag of a time in seconds since 1970. */
const TIME_TAG = 1;

/** The argument of a list, map or text without a length, which a break ends. */
const INDEFINITE = 31;

/** Values nest less deeply in every request. */
const DEEPEST = 64;

/** Writes an answer. */
export function cborOf(answer: Answer): Uint8Array {
  return Buffer.concat([...encoded(answer)]);
}

function* encoded(value: Answer): Iterable<Uint8Array> {
  if (value === undefined) yield Buffer.of(0xf7);
  else if (typeof value === "boolean") yield Buffer.of(value ? 0xf5 : 0xf4);
  else if (typeof value === "number") yield numberOf(value);
  else if (typeof value === "string") {
    const bytes = Buffer.from(value, "utf8");
    yield head(MAJOR.text, bytes.length);
    yield bytes;
  } else if (value instanceof Instant) {
    yield head(MAJOR.tag, TIME_TAG);
    yield numberOf(value.seconds);
  } else if (isAnswerList(value)) {
    yield head(MAJOR.list, value.length);
    for (const element of value) yield* encoded(element);
  } else {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    yield head(MAJOR.map, members.length);
    for (const [name, member] of members) {
      yield* encoded(name);
      yield* encoded(member);
    }
  }
}

function numberOf(value: number): Uint8Array {
  if (Number.isSafeInteger(value)) return value >= 0 ? head(MAJOR.unsigned, value) : head(MAJOR.negative, -1 - value);
  const bytes = Buffer.alloc(9, 0xfb);
  bytes.writeDoubleBE(value, 1);
  return bytes;
}

/** The first bytes of a value: its major type, and a number in as few bytes as it needs. */
function head(major: number, argument: number): Uint8Array {
  const first = major << 5;
  if (argument < 24) return Buffer.of(first | argument);
  const [code, size] = argument < 2 ** 8 ? [24, 1] : argument < 2 ** 16 ? [25, 2] : argument < 2 ** 32 ? [26, 4] : [27, 8];
  const bytes = Buffer.alloc(1 + size);
  bytes[0] = first | code;
  if (size === 8) bytes.writeBigUInt64BE(BigInt(argument), 1);
  else bytes.writeUIntBE(argument, 1, size);
  return bytes;
}

/** Reads a value. A time becomes its number of seconds. Throws `InvalidParameter` for bytes that are not one value. */
export function valueOfCbor(bytes: Uint8Array): unknown {
  const reader = new Reader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const value = reader.value(0);
  if (!reader.atEnd) throw malformed();
  return value;
}

function malformed(): InvalidParameter {
  return new InvalidParameter("The request body is not CBOR.");
}

/** Ends a list, map or text without a length. */
const BREAK = Symbol("break");

class Reader {
  #at = 0;

  constructor(readonly bytes: Buffer) {}

  get atEnd(): boolean {
    return this.#at === this.bytes.length;
  }

  value(depth: number): unknown {
    const value = this.#valueOrBreak(depth);
    if (value === BREAK) throw malformed();
    return value;
  }

  #valueOrBreak(depth: number): unknown {
    if (depth > DEEPEST) throw malformed();
    const first = this.#take(1).readUInt8();
    const [major, info] = [first >> 5, first & 31];
    switch (major) {
      case MAJOR.unsigned:
        return this.#argument(info);
      case MAJOR.negative:
        return -1 - this.#argument(info);
      case MAJOR.bytes:
        return this.#take(this.#argument(info));
      case MAJOR.text:
        return info === INDEFINITE ? [...this.#untilBreak(depth)].join("") : this.#take(this.#argument(info)).toString("utf8");
      case MAJOR.list:
        return info === INDEFINITE ? [...this.#untilBreak(depth)] : this.#values(this.#argument(info), depth);
      case MAJOR.map: {
        const flat = info === INDEFINITE ? [...this.#untilBreak(depth)] : this.#values(2 * this.#argument(info), depth);
        return Object.fromEntries(flat.flatMap((key, index) => (index % 2 === 0 ? [[String(key), flat[index + 1]]] : [])));
      }
      case MAJOR.tag:
        this.#argument(info);
        return this.value(depth + 1);
      default:
        return this.#simple(info);
    }
  }

  #values(count: number, depth: number): unknown[] {
    const values: unknown[] = [];
    for (let index = 0; index < count; index++) values.push(this.value(depth + 1));
    return values;
  }

  *#untilBreak(depth: number): Iterable<unknown> {
    for (;;) {
      const value = this.#valueOrBreak(depth + 1);
      if (value === BREAK) return;
      yield value;
    }
  }

  #take(length: number): Buffer {
    if (this.#at + length > this.bytes.length) throw malformed();
    this.#at += length;
    return this.bytes.subarray(this.#at - length, this.#at);
  }

  #argument(info: number): number {
    if (info < 24) return info;
    if (info > 27) throw malformed();
    const size = 2 ** (info - 24);
    const bytes = this.#take(size);
    return size === 8 ? Number(bytes.readBigUInt64BE()) : bytes.readUIntBE(0, size);
  }

  #simple(info: number): unknown {
    if (info === INDEFINITE) return BREAK;
    if (info === 20 || info === 21) return info === 21;
    if (info === 22 || info === 23) return undefined;
    if (info === 26) return this.#take(4).readFloatBE();
    if (info === 27) return this.#take(8).readDoubleBE();
    throw malformed();
  }
}
