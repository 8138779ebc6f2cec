/** A statement of an IAM policy document, as written. */
export interface PolicyStatement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: unknown;
}

/** The statements of a document. Empty if the text is not a policy document. */
export function statementsOf(document: string): readonly PolicyStatement[] {
  try {
    const { Statement = [] } = JSON.parse(document) as { readonly Statement?: PolicyStatement | readonly PolicyStatement[] };
    return [Statement].flat();
  } catch {
    return [];
  }
}

/**
 * Whether a statement applies to `action` when Lambda itself calls it, for any resource. "perhaps" if that depends on resources or
 * conditions that the simulation does not know.
 */
export function appliesToLambda(statement: PolicyStatement, action: string): "yes" | "no" | "perhaps" {
  const { Action, NotAction, Resource, NotResource, Condition } = statement;
  const named = (patterns: unknown): boolean => texts(patterns).some((pattern) => matches(pattern, action));
  if (NotAction === undefined ? !named(Action) : named(NotAction)) return "no";
  const tests = testsOf(Condition);
  if (tests.some(isForFunctionCode)) return "no";
  const resources = texts(Resource);
  if (resources.includes("*") && NotResource === undefined) return tests.length === 0 ? "yes" : "perhaps";
  return isOnAllResources(action) && resources.length > 0 && NotResource === undefined ? "no" : "perhaps";
}

/** An action that EC2 allows on `*` alone: a statement about resources does not apply to it (docs/aws-facts.md#eni-permission-resources). */
function isOnAllResources(action: string): boolean {
  return action === "ec2:DescribeNetworkInterfaces";
}

interface ConditionTest {
  readonly operator: string;
  readonly key: string;
}

/** All tests of a condition must pass. */
function testsOf(condition: unknown): readonly ConditionTest[] {
  return entries(condition).flatMap(([operator, expected]) => entries(expected).map(([key]) => ({ operator, key })));
}

/** The key that "applies only to calls made by function code" (docs/aws-facts.md#eni-denial). Lambda's own calls fail the test. */
function isForFunctionCode({ operator, key }: ConditionTest): boolean {
  return /^(Arn|String)(Equals|Like)$/.test(operator) && key.toLowerCase() === "lambda:sourcefunctionarn";
}

function entries(object: unknown): readonly (readonly [string, unknown])[] {
  return typeof object === "object" && object !== null ? Object.entries(object) : [];
}

/** IAM allows a single value in place of a list. */
function texts(value: unknown): readonly string[] {
  return [value].flat().filter((one) => typeof one === "string");
}

/** Whether a pattern with IAM's wildcards matches an action, regardless of case. */
function matches(wildcard: string, action: string): boolean {
  if (!/[*?]/.test(wildcard)) return wildcard.toLowerCase() === action.toLowerCase();
  const pattern = wildcard
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${pattern}$`, "i").test(action);
}
