import { type Answer, type AnswerObject, isAnswerList, isAnswerObject } from "../operation/answer";

/**
 * Writes an answer as XML. Members become elements.
 * @param listElement the name of list elements: `item` in EC2, `member` in other services. Undefined in S3, which repeats the element of the list
 */
export function xmlOf(answer: AnswerObject, listElement: ListElement): string {
  return Object.entries(answer)
    .map(([name, value]) => element(name, value, listElement))
    .join("");
}

/** The XML document of an answer. */
export function xmlDocument(root: string, content: string, namespace?: string): string {
  const attribute = namespace === undefined ? "" : ` xmlns="${escaped(namespace)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${content}</${root}>`;
}

type ListElement = "item" | "member" | undefined;

function element(name: string, value: Answer, listElement: ListElement): string {
  if (value === undefined) return "";
  if (isAnswerList(value) && listElement === undefined) return value.map((one) => element(name, one, listElement)).join("");
  if (isAnswerList(value)) return `<${name}>${value.map((one) => element(listElement ?? name, one, listElement)).join("")}</${name}>`;
  return `<${name}>${isAnswerObject(value) ? xmlOf(value, listElement) : escaped(String(value))}</${name}>`;
}

const ESCAPES: { readonly [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML 1.0 cannot contain most control characters and half of a surrogate pair, not even escaped. A carriage return would be read as a line break. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
    .replaceAll("\r", "&#13;")
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}
