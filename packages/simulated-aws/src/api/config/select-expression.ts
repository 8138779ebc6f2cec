import { AwsError } from "../../account/store/aws-error";
import { type Answer, type AnswerObject, isAnswerList, isAnswerObject } from "../operation/answer";

/** A query of AWS Config: the selected paths, and the conditions, all of which must hold. */
export interface SelectExpression {
  /** `*` for everything. */
  readonly fields: readonly string[];
  readonly conditions: readonly Condition[];
}

interface Condition {
  readonly path: string;
  /** One of these, with `%` for any text if `like` is set. */
  readonly values: readonly string[];
  readonly like: boolean;
}

const FORMAT = /^\s*SELECT\s+(?<fields>[\w.*,\s]+?)(?:\s+WHERE\s+(?<conditions>.+?))?\s*;?\s*$/is;
const CONDITION = /^\s*(?<path>[\w.]+)\s*(?:=\s*(?<equal>'[^']*')|IN\s*\((?<list>[^)]*)\)|LIKE\s*(?<like>'[^']*'))\s*$/i;

/** Reads a query. Throws `InvalidExpressionException` for anything that the simulation does not support. */
export function readExpression(text: string): SelectExpression {
  const { fields, conditions } = FORMAT.exec(text)?.groups ?? {};
  const paths = fields?.split(",").map((field) => field.trim()) ?? [""];
  if (!paths.every((path) => /^(?:\*|[\w.]+)$/.test(path))) throw unsupported(text);
  return {
    fields: paths,
    conditions: conditions === undefined ? [] : conditions.split(/\s+AND\s+/i).map(readCondition),
  };
}

function readCondition(text: string): Condition {
  const { path, equal, list, like } = CONDITION.exec(text)?.groups ?? {};
  const literals = list?.split(",").map((one) => one.trim()) ?? [equal ?? like ?? ""];
  if (path === undefined || !literals.every((one) => /^'[^']*'$/.test(one))) throw unsupported(text);
  return { path, values: literals.map((one) => one.slice(1, -1)), like: like !== undefined };
}

/** Whether every condition holds. A path through a list holds if an element of it does. */
export function meets(item: AnswerObject, { conditions }: SelectExpression): boolean {
  return conditions.every(({ path, values, like }) => {
    const patterns = values.map((value) => value.toLowerCase());
    return valuesAt(item, path.split(".")).some((value) => {
      const text = String(value).toLowerCase();
      return patterns.some((pattern) => (like ? matchesLike(pattern, text) : pattern === text));
    });
  });
}

/** The selected part of an item, nested as the item is. */
export function selected(item: AnswerObject, { fields }: SelectExpression): AnswerObject {
  if (fields.includes("*")) return item;
  return fields.reduce<AnswerObject>((result, field) => merged(result, partAt(item, field.split("."))), {});
}

function partAt(item: AnswerObject, [name = "", ...rest]: readonly string[]): AnswerObject {
  const value = Object.hasOwn(item, name) ? item[name] : undefined;
  if (value === undefined) return {};
  if (rest.length === 0) return { [name]: value };
  if (isAnswerList(value)) return { [name]: value.map((one) => (isAnswerObject(one) ? partAt(one, rest) : {})) };
  return isAnswerObject(value) ? { [name]: partAt(value, rest) } : {};
}

function merged(one: AnswerObject, other: AnswerObject): AnswerObject {
  const result: Record<string, Answer> = { ...one };
  for (const [name, value] of Object.entries(other)) {
    const before = result[name];
    if (isAnswerObject(before) && isAnswerObject(value)) result[name] = merged(before, value);
    else if (before !== undefined && isAnswerList(before) && value !== undefined && isAnswerList(value))
      result[name] = before.map((element, index) => {
        const further = value[index];
        return isAnswerObject(element) && isAnswerObject(further) ? merged(element, further) : element;
      });
    else result[name] = value;
  }
  return result;
}

function valuesAt(value: Answer, path: readonly string[]): readonly Answer[] {
  if (value !== undefined && isAnswerList(value)) return value.flatMap((one) => valuesAt(one, path));
  const [name, ...rest] = path;
  if (name === undefined) return value === undefined ? [] : [value];
  return isAnswerObject(value) && Object.hasOwn(value, name) ? valuesAt(value[name], rest) : [];
}

function matchesLike(pattern: string, text: string): boolean {
  const parts = pattern.split("%").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(text);
}

function unsupported(text: string): AwsError {
  return new AwsError(
    "InvalidExpressionException",
    `Simulated AWS cannot read ${JSON.stringify(text)}. It supports SELECT PATHS WHERE PATH = 'X' AND PATH IN ('X', 'Y') AND PATH LIKE 'X%'`,
  );
}
