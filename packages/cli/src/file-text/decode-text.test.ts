import { expect, test } from "@jest/globals";
import { decodeText } from "./decode-text";

const text = '{ "reason": "Überlauf – 東京" }';
const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");

test.each([
  { encoding: "UTF-8", bytes: Buffer.from(text) },
  { encoding: "UTF-8 with a byte order mark", bytes: Buffer.from(`\uFEFF${text}`) },
  { encoding: "UTF-16, little end first", bytes: utf16 },
  { encoding: "UTF-16, big end first", bytes: Buffer.from(utf16).swap16() },
])("$encoding is read", ({ bytes }) => {
  expect(decodeText(bytes)).toBe(text);
});

test("no bytes are the empty text", () => {
  expect(decodeText(Buffer.of())).toBe("");
});

test.each([
  { content: "an archive", bytes: Buffer.of(0x50, 0x4b, 3, 4, 0x14, 0, 0, 0) },
  { content: "an image", bytes: Buffer.of(0x89, 0x50, 0x4e, 0x47) },
  { content: "Latin-1", bytes: Buffer.from("Überlauf", "latin1") },
  { content: "half of a character", bytes: Buffer.from("Ü").subarray(0, 1) },
  { content: "half of a character in UTF-16", bytes: utf16.subarray(0, 5) },
  { content: "UTF-16 without a byte order mark", bytes: utf16.subarray(2) },
])("$content is no text", ({ bytes }) => {
  expect(decodeText(bytes)).toBeUndefined();
});
