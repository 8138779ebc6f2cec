import { createHash } from "node:crypto";
import { objects, requiredText, text, texts } from "../property/read";
import type { Properties } from "../property/value";
import type { Lookup } from "./lookup";

interface Statement {
  readonly Sid?: string;
  readonly [part: string]: unknown;
}

interface Document {
  readonly Version: string;
  readonly Id?: string | undefined;
  readonly Statement: readonly Statement[];
}

/** The document of statements, in the format and order of Terraform's aws_iam_policy_document. */
export const getPolicyDocument: Lookup = (_, inputs) => {
  const own = objects(inputs, "statements").map(statementOf);
  const sources = [text(inputs, "sourceJson") ?? [], texts(inputs, "sourcePolicyDocuments")].flat().map(parse);
  const overrides = [text(inputs, "overrideJson") ?? [], texts(inputs, "overridePolicyDocuments")].flat().map(parse);
  const document: Document = {
    Version: text(inputs, "version") ?? "2012-10-17",
    Id: text(inputs, "policyId"),
    Statement: [...sources, own, ...overrides].reduce(merge, []),
  };
  const json = JSON.stringify(document, null, 2);
  const id = String(createHash("sha256").update(json).digest().readUInt32BE());
  return { ...inputs, id, json, minifiedJson: JSON.stringify(document) };
};

/** A later statement replaces the one with the same Sid. */
function merge(statements: readonly Statement[], later: readonly Statement[]): readonly Statement[] {
  const replaced = new Set(later.flatMap(({ Sid }) => Sid ?? []));
  return [...statements.filter(({ Sid }) => Sid === undefined || !replaced.has(Sid)), ...later];
}

function parse(json: string): readonly Statement[] {
  const { Statement = [] } = JSON.parse(json) as { readonly Statement?: Statement | readonly Statement[] };
  return [Statement].flat();
}

function statementOf(given: Properties): Statement {
  const sid = text(given, "sid");
  return {
    ...(sid === undefined ? {} : { Sid: sid }),
    Effect: text(given, "effect") ?? "Allow",
    ...list("Action", texts(given, "actions")),
    ...list("NotAction", texts(given, "notActions")),
    ...list("Resource", texts(given, "resources")),
    ...list("NotResource", texts(given, "notResources")),
    ...principals("Principal", objects(given, "principals")),
    ...principals("NotPrincipal", objects(given, "notPrincipals")),
    ...conditions(objects(given, "conditions")),
  };
}

function list(name: string, values: readonly string[]): Properties {
  return values.length === 0 ? {} : { [name]: oneOrMore(values) };
}

/** Terraform writes a single value without a list, and several in descending order. */
function oneOrMore(values: readonly string[]): string | readonly string[] {
  const [only = ""] = values;
  return values.length === 1 ? only : [...new Set(values)].sort().reverse();
}

function principals(name: string, blocks: readonly Properties[]): { readonly [part: string]: unknown } {
  const [only] = blocks;
  if (only === undefined) return {};
  if (blocks.length === 1 && text(only, "type") === "*") return { [name]: "*" };
  const byType = Map.groupBy(blocks, (block) => requiredText(block, "type"));
  return {
    [name]: Object.fromEntries(
      [...byType].map(([type, alike]) => [type, oneOrMore(alike.flatMap((block) => texts(block, "identifiers")))]),
    ),
  };
}

function conditions(blocks: readonly Properties[]): { readonly [part: string]: unknown } {
  if (blocks.length === 0) return {};
  const byTest = Map.groupBy(blocks, (block) => requiredText(block, "test"));
  const tests = [...byTest].map(([test, alike]) => [
    test,
    Object.fromEntries(alike.map((block) => [requiredText(block, "variable"), oneOrMore(texts(block, "values"))])),
  ]);
  return { Condition: Object.fromEntries(tests) };
}
