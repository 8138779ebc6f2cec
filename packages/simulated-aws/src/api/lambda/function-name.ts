import { findFunction } from "../../account/lambda/lambda-function";
import type { LambdaFunction } from "../../account/rows/lambda-rows";
import { AwsError } from "../../account/store/aws-error";
import type { Call } from "../operation/call";
import { requireParameter } from "../operation/parameters";

/** The function and the qualifier that a request names. */
export interface NamedFunction {
  readonly row: LambdaFunction;
  readonly qualifier: string | undefined;
}

/** `NAME`, `ACCOUNT:function:NAME` or the ARN, each with an optional `:QUALIFIER` (docs/aws-facts.md#function-name-formats). */
const FORMAT =
  /^(?:(?:arn:aws:lambda:(?<region>[a-z0-9-]+):)?(?<account>\d{12}):function:)?(?<name>[\w-]+)(?::(?<qualifier>\$LATEST|[\w-]+))?$/;

/** The parts that a name or an ARN states. Without `name`, it is neither. */
export function nameParts(given: string): Partial<Record<"region" | "account" | "name" | "qualifier", string>> {
  return FORMAT.exec(given)?.groups ?? {};
}

/** Finds the function of a request. Throws `ResourceNotFoundException`, also for one in another Region or account. */
export function namedFunction(call: Call, functionName: string | undefined, qualifier?: string): NamedFunction {
  const given = requireParameter(functionName, "FunctionName");
  const { region, account, name, qualifier: inName } = nameParts(given);
  if (name === undefined) throw new AwsError("ValidationException", `Value '${given}' at 'functionName' failed to satisfy constraint`);
  const row = findFunction(call.account, name);
  if ([region ?? call.region, row.region].some((one) => one !== call.region) || (account ?? call.account.id) !== call.account.id)
    throw new AwsError("ResourceNotFoundException", `Function not found: ${given}`);
  return { row, qualifier: qualifier ?? inName };
}
