import type { PolicyStatement, PolicyText } from "@lambda-vpc/model";
import { isList, isProperties, type Properties, UNKNOWN, type Value } from "../stack/value";

/** Reads an IAM policy document, as JSON text or as an object. Unknown parts make the result uncertain. It never throws. */
export function readPolicyDocument(document: Value | undefined): PolicyText {
  const parsed = typeof document === "string" ? parse(document) : document;
  const statements: readonly Value[] = isProperties(parsed) ? oneOrMore(parsed["Statement"]) : [UNKNOWN];
  const read = statements.filter(isProperties).map(readStatement);
  const complete = statements.every(isProperties) && read.every((statement) => statement !== undefined);
  return { statements: read.flatMap((statement) => statement ?? []), ...(complete ? {} : { uncertainty: "policy-unknown" as const }) };
}

/** Undefined if its effect or its actions are unknown. */
function readStatement(statement: Properties): PolicyStatement | undefined {
  const effect = statement["Effect"];
  const excepts = statement["NotAction"] !== undefined;
  const actions = texts(statement[excepts ? "NotAction" : "Action"]);
  if ((effect !== "Allow" && effect !== "Deny") || actions === undefined) return undefined;
  const { functionCode, uncertainty: condition } = readCondition(statement["Condition"]);
  const resources = readResources(statement);
  const uncertainty = resources.uncertainty ?? condition;
  return {
    effect,
    actions: excepts ? { allBut: actions } : { only: actions },
    ...(functionCode === undefined ? {} : { functionCode }),
    ...(resources.someResources === undefined ? {} : { someResources: true }),
    ...(uncertainty === undefined ? {} : { uncertainty }),
  };
}

/** The resources that a statement applies to. `NotResource` and a missing element leave that open. */
function readResources(statement: Properties): Pick<PolicyStatement, "someResources" | "uncertainty"> {
  const resources = statement["NotResource"] === undefined ? texts(statement["Resource"]) : [];
  if (resources === undefined) return { uncertainty: "policy-unknown" };
  if (resources.includes("*")) return {};
  return resources.length === 0 ? { uncertainty: "permission-limited" } : { someResources: true };
}

/** Operators that do not match if the request lacks the key. Requests of the Lambda service lack the key of a function (docs/aws-facts.md#condition-operators). */
const MATCHING = /^(Arn|String)(Equals|Like)$/;

function readCondition(condition: Value | undefined): Pick<PolicyStatement, "functionCode" | "uncertainty"> {
  const tests = isProperties(condition) ? given(condition) : [];
  if (condition === UNKNOWN) return { uncertainty: "policy-unknown" };
  const keys: readonly { operator: string; key: string; values: Value }[] = tests.flatMap(([operator, conditions]) =>
    isProperties(conditions) ? given(conditions).map(([key, values]) => ({ operator, key, values })) : [],
  );
  const code = keys.find(({ operator, key }) => MATCHING.test(operator) && key.toLowerCase() === "lambda:sourcefunctionarn");
  if (code === undefined) return tests.length === 0 ? {} : { uncertainty: "permission-limited" };
  const functionCode = texts(code.values);
  if (functionCode === undefined) return { functionCode: ["*"], uncertainty: "policy-unknown" };
  return { functionCode, ...(keys.length > 1 ? { uncertainty: "permission-limited" as const } : {}) };
}

/** Undefined if one of them is unknown. */
function texts(value: Value | undefined): readonly string[] | undefined {
  const all = oneOrMore(value);
  return all.every((one) => typeof one === "string") ? all : undefined;
}

/** IAM may write a list of one element without brackets. */
function oneOrMore(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

/** The properties without those that the Terraform bridge adds to every object. */
function given(properties: Properties): readonly (readonly [string, Value])[] {
  return Object.entries(properties).filter(([name]) => name !== "__defaults");
}

function parse(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return UNKNOWN;
  }
}
