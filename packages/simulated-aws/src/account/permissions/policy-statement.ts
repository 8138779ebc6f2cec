/** One statement of an IAM policy document, as it was written. */
export interface PolicyStatement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: unknown;
}

/** The statements of a document; a text that is no document has none. */
export function statementsOf(document: string): readonly PolicyStatement[] {
  try {
    const { Statement = [] } = JSON.parse(document) as { readonly Statement?: PolicyStatement | readonly PolicyStatement[] };
    return [Statement].flat();
  } catch {
    return [];
  }
}

/**
 * Whether a statement holds for `action` as Lambda itself asks for it, on whatever resource. "perhaps" where that is for resources or conditions
 * to say of which this account knows nothing.
 */
export function appliesToLambda(statement: PolicyStatement, action: string): "yes" | "no" | "perhaps" {
  const { Action, NotAction, Resource, Condition } = statement;
  const named = (patterns: unknown): boolean => texts(patterns).some((pattern) => matches(pattern, action));
  if (NotAction === undefined ? !named(Action) : named(NotAction)) return "no";
  const tests = testsOf(Condition);
  if (tests.some(isForFunctionCode)) return "no";
  return tests.length === 0 && texts(Resource).includes("*") ? "yes" : "perhaps";
}

interface ConditionTest {
  readonly operator: string;
  readonly key: string;
}

/** All tests of a condition have to pass. */
function testsOf(condition: unknown): readonly ConditionTest[] {
  return entries(condition).flatMap(([operator, expected]) => entries(expected).map(([key]) => ({ operator, key })));
}

/** The key that "applies only to calls made by function code" (docs/aws-facts.md#eni-denial): Lambda's own fail the test. */
function isForFunctionCode({ operator, key }: ConditionTest): boolean {
  return /^(Arn|String)(Equals|Like)$/.test(operator) && key.toLowerCase() === "lambda:sourcefunctionarn";
}

function entries(object: unknown): readonly (readonly [string, unknown])[] {
  return typeof object === "object" && object !== null ? Object.entries(object) : [];
}

/** IAM writes a list of one without its brackets. */
function texts(value: unknown): readonly string[] {
  return [value].flat().filter((one) => typeof one === "string");
}

/** Whether a pattern, with IAM's wildcards and in whatever case, covers an action. */
function matches(wildcard: string, action: string): boolean {
  const pattern = wildcard
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${pattern}$`, "i").test(action);
}
