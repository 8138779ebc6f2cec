import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import { readPreviewJson, readStateFile, secretsInState, UnreadableFile } from "@lambda-vpc/sources";
import fc from "fast-check";
import { decodeChunks } from "./decode-text";
import { type LargeDocument, readLargeDocument } from "./large-document";
import { readLargeJson } from "./large-json";

/** Texts with characters of 1 to 4 bytes, escapes, and halves of pairs. */
const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("plain", "ü", "東京", "🦆", '"\\', "\ud83d", "\udd86", "a\tb"));
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(null, true, false, 0, -1.5e-7, 12345678901234),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.oneof(text, fc.constant("__proto__")), tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;
const secret = value.map((plain) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  plaintext: JSON.stringify(plain),
}));
const resource = fc.record(
  {
    urn: text,
    type: fc.constantFrom("aws:lambda/function:Function", "aws:ec2/subnet:Subnet", "pulumi:pulumi:Stack"),
    custom: fc.boolean(),
    external: fc.boolean(),
    delete: fc.boolean(),
    pendingReplacement: fc.boolean(),
    provider: text,
    inputs: fc.dictionary(text, fc.oneof(value, secret), { maxKeys: 3, noNullPrototype: true }),
    outputs: fc.dictionary(text, value, { maxKeys: 3, noNullPrototype: true }),
    dependencies: fc.array(text, { maxLength: 2 }),
  },
  { requiredKeys: ["urn", "type"], noNullPrototype: true },
);
/** Rarely a resource that is none. */
const resources = fc.array(fc.oneof({ weight: 49, arbitrary: resource }, { weight: 1, arbitrary: value }), { maxLength: 4 });
const state = fc.record({
  version: fc.constantFrom(3, 3, 3, 3, 4, 9),
  deployment: fc.record(
    {
      manifest: value,
      resources: fc.oneof({ weight: 9, arbitrary: resources }, { weight: 1, arbitrary: value }),
      pending_operations: fc.constantFrom([], [{ resource: { urn: "a" } }], 3),
    },
    { requiredKeys: ["resources"], noNullPrototype: true },
  ),
});
const preview = resources.chain((all) =>
  fc.record({
    steps: fc.constant(all.map((newState) => ({ op: "same", newState }))),
    diagnostics: fc.constantFrom([], [], [], [{ severity: "error", message: "it gave up" }]),
    changeSummary: fc.constantFrom({ same: all.length }, { same: all.length }, { same: all.length }, { same: 9 }, null),
  }),
);

/** Where a file is cut into parts: their sizes in bytes, which repeat. */
const sizes = fc.array(fc.integer({ min: 2, max: 40 }), { minLength: 1, maxLength: 5 });
const indent = fc.constantFrom(0, 4);

/** The text of a file in parts, as a command reads it. */
function partsOf(file: string, borders: readonly number[]): () => Iterable<string> {
  return function* () {
    for (const part of decodeChunks(split(Buffer.from(file), borders))) yield part ?? "";
  };
}

function* split(bytes: Uint8Array, borders: readonly number[]): Generator<Uint8Array> {
  for (let [start, index] = [0, 0]; start < bytes.length; index++) {
    const end = start + (borders[index % borders.length] ?? 1);
    yield bytes.subarray(start, end);
    start = end;
  }
}

function large(file: string, borders: readonly number[]): LargeDocument {
  return readLargeDocument({ bytes: file.length, chunks: partsOf(file, borders) }, "none");
}

function result<T>(read: () => T): T | Pick<UnreadableFile, "code" | "where" | "what" | "fix"> {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { code: error.code, where: error.where, what: error.what, fix: error.fix };
  }
}

describe("a document in parts is read as a document in one text, wherever the parts end", () => {
  test("a state, with its secrets", () => {
    const laws = { "the state is read": 30, "the state is refused": 10, "it has secrets": 5 };
    checkLaw(laws, [state, indent, sizes], (document, spaces, borders, met) => {
      const file = JSON.stringify(document, null, spaces);
      const [whole, parts] = [result(() => readStateFile(file)), result(() => large(file, borders))];
      if (met("the state is read", "resources" in whole)) expect(parts).toMatchObject({ kind: "state", state: whole });
      if (met("the state is refused", "code" in whole)) expect(parts).toEqual(whole);
      const secrets = new Set([...secretsInState(file)].map((one) => JSON.stringify(one)));
      if (met("it has secrets", secrets.size > 0 && "resources" in whole))
        expect("secrets" in parts && new Set(parts.secrets.map((one) => JSON.stringify(one)))).toEqual(secrets);
    });
  });

  test("a preview", () => {
    const laws = { "the preview is read": 10, "the preview is refused": 20 };
    checkLaw(laws, [preview, indent, sizes], (document, spaces, borders, met) => {
      const file = JSON.stringify(document, null, spaces);
      const [whole, parts] = [result(() => readPreviewJson(file)), result(() => large(file, borders))];
      if (met("the preview is read", Array.isArray(whole))) expect(parts).toEqual({ kind: "preview", resources: whole });
      if (met("the preview is refused", !Array.isArray(whole))) expect(parts).toEqual(whole);
    });
  });

  test("a state that stops after some characters is truncated", () => {
    fc.assert(
      fc.property(state, sizes, fc.nat(), (document, borders, length) => {
        const file = JSON.stringify(document);
        expect(result(() => large(file.slice(0, length % file.length).replace(/[\ud800-\udbff]$/, ""), borders))).toMatchObject({
          code: "truncated",
          where: "the end",
        });
      }),
    );
  });
});

test("the texts that are JSON are those that JSON.parse accepts", () => {
  const broken = fc.tuple(value, fc.nat(), fc.constantFrom(...'{}[]:,"\\0-1e. \nntf\u0001')).map(([document, at, inserted]) => {
    const whole = JSON.stringify(document);
    const place = at % (whole.length + 1);
    return whole.slice(0, place) + inserted + whole.slice(place);
  });
  checkLaw({ "it is JSON": 20, "it is not": 30 }, [broken, sizes], (file, borders, met) => {
    const parsed = result(() => readLargeJson(partsOf(file, borders), { members: [], lists: [], fix: () => "" }));
    const isRefused = typeof parsed === "object" && parsed !== null && "code" in parsed;
    if (met("it is JSON", isJson(file))) expect(isRefused).toBe(false);
    if (met("it is not", !isJson(file))) expect(parsed).toMatchObject({ code: expect.stringMatching(/not-json|truncated/) });
  });
});

function isJson(file: string): boolean {
  try {
    JSON.parse(file);
    return true;
  } catch {
    return false;
  }
}

test.each([
  { mistake: "a missing comma", file: '{\n  "version": 3\n  "deployment": {} }', where: "line 3, column 3" },
  { mistake: "a text after the document", file: '{"steps": []}\nmore', where: "line 2, column 1" },
  { mistake: "a text without quotes", file: '{"steps": ["ü東", yes]}', where: "line 1, column 18" },
])("$mistake is reported with its line and column", ({ file, where }) => {
  expect(result(() => large(file, [5, 3]))).toMatchObject({ code: "not-json", where });
});

test("an error of what takes an item is reported as it is, unless the text is not JSON", () => {
  const add = (): void => {
    throw new RangeError("a fault");
  };
  const read = (file: string) => readLargeJson(partsOf(file, [4]), { members: [], lists: [{ path: ["steps"], add }], fix: () => "" });
  expect(() => read('{"steps": [1, 2]}')).toThrow(new RangeError("a fault"));
  expect(() => read('{"steps": [1, 2')).toThrow(expect.objectContaining({ code: "truncated" }));
});
