import ts from "typescript";
import type { Declared } from "./declarations";
import { documentedDefault } from "./documented-default";

/*
 * A field of the provider's schema as one text, such as `?number = 30`. First who sets it: `!` the program must, `?` it may, `~` it may and
 * otherwise AWS does, nothing: AWS does. Then the type, as in TypeScript: `string`, `number[]`, `map<string>`, `lambda.FunctionUrlCors`.
 * Then the default. A field whose change replaces the resource ends in ` replaces`.
 */

/** A field of a resource or of an object inside it. `input` is its counterpart among the inputs, and `none` if a program cannot set it. */
export function fieldCode(output: Declared, input: Declared | "none"): string {
  const type = input !== "none" && /\bPolicyDocument\b/.test(input.type.getText()) ? "document" : typeCode(output.type);
  const standard = input !== "none" && input.optional && isScalar(type) ? documentedDefault(output.text, type) : undefined;
  const replaces = input !== "none" && /\b[Ff]orces? (?:a new resource|new resource|replacement|re-?creation)/.test(output.text);
  return presence(output, input) + type + (standard === undefined ? "" : ` = ${JSON.stringify(standard)}`) + (replaces ? " replaces" : "");
}

function presence(output: Declared, input: Declared | "none"): string {
  if (input === "none") return "";
  if (!input.optional) return "!";
  return output.optional ? "?" : "~";
}

function isScalar(type: string): type is "string" | "number" | "boolean" {
  return ["string", "number", "boolean"].includes(type);
}

/** The type in the notation of the data. `anything` for what has no notation. */
function typeCode(type: ts.TypeNode): string {
  if (type.kind === ts.SyntaxKind.StringKeyword) return "string";
  if (type.kind === ts.SyntaxKind.NumberKeyword) return "number";
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return "boolean";
  if (ts.isArrayTypeNode(type)) return `${typeCode(type.elementType)}[]`;
  if (ts.isTypeLiteralNode(type)) {
    const [member] = type.members;
    return member !== undefined && ts.isIndexSignatureDeclaration(member) && typeCode(member.type) === "string"
      ? "map<string>"
      : "anything";
  }
  if (!ts.isTypeReferenceNode(type)) return isAsset(type) ? "asset" : "anything";
  const name = type.typeName.getText();
  if (isAsset(type)) return "asset";
  if (name.startsWith("outputs.") || name.startsWith("inputs.")) return name.slice(name.indexOf(".") + 1);
  return name.startsWith("enums.") ? "string" : "anything";
}

function isAsset(type: ts.TypeNode): boolean {
  return /\bpulumi\.asset\.(?:Asset|Archive)\b/.test(type.getText());
}

/** The name of the object in a type code. Undefined if there is none. */
export function objectIn(code: string): string | undefined {
  return /^[!?~]?([a-z]\w*(?:\.\w+)+)/i.exec(code)?.[1];
}
