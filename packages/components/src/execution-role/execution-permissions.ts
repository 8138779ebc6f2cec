import { ACTIONS_TO_DENY_FUNCTION_CODE, INTERFACE_ACTIONS } from "@lambda-vpc/model";

/** A statement of an IAM policy document. */
export interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Principal?: { readonly Service: string };
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** An IAM policy document as text. */
export function policyDocument(...statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** The trust policy of a function's role: only Lambda can assume it. */
export const LAMBDA_TRUST: Statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } };

/**
 * The permissions that Lambda needs to create and delete ENIs, and a denial of the same actions to the function's code
 * (docs/aws-facts.md#eni-permissions, docs/aws-facts.md#eni-denial). AWS advises to name the function in the denial. The role of a single
 * function can name all functions: the denial then exists before the function, whose name is not known yet. Only calls of function code
 * carry the condition key, so Lambda's own calls pass.
 */
export const NETWORK_STATEMENTS: readonly Statement[] = [
  { Effect: "Allow", Action: INTERFACE_ACTIONS, Resource: "*" },
  {
    Effect: "Deny",
    Action: ACTIONS_TO_DENY_FUNCTION_CODE,
    Resource: "*",
    Condition: { ArnLike: { "lambda:SourceFunctionArn": ["arn:*:lambda:*:*:function:*"] } },
  },
];

/** The permission to write to the existing log group with this ARN (docs/aws-facts.md#log-permissions). */
export function loggingStatement(logGroupArn: string): Statement {
  return { Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: `${logGroupArn}:*` };
}

/** The ARN of the log group with this name, in any Region. The role acts in its own account only. */
export function logGroupArn(name: string): string {
  return `arn:*:logs:*:*:log-group:${name}`;
}
