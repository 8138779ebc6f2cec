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

/** Who may take the role of a function: Lambda alone. */
export const LAMBDA_TRUST: Statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } };

/**
 * What Lambda needs to make and delete ENIs, and the denial of the same to the function's code (docs/aws-facts.md#eni-permissions,
 * docs/aws-facts.md#eni-denial). AWS advises to name the function in the denial; a role that is one function's own can name
 * all: so it holds before the function is made, and waits for no name. The condition key is in calls of function code only: Lambda itself is spared.
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

/** What a function needs to write to the log group with this ARN, which is there already, and to no other (docs/aws-facts.md#log-permissions). */
export function loggingStatement(logGroupArn: string): Statement {
  return { Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: `${logGroupArn}:*` };
}

/** The ARN of the log group of this name, in whatever region: the role acts in its own account only. */
export function logGroupArn(name: string): string {
  return `arn:*:logs:*:*:log-group:${name}`;
}
