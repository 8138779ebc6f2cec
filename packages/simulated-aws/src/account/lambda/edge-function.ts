import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";

/**
 * Refuses a function of this account that CloudFront cannot run at its edge locations: the ARN must name a published version, which cannot
 * have a VPC configuration (docs/aws-facts.md#edge-functions). Throws `InvalidLambdaFunctionAssociation`. Functions of other accounts pass.
 */
export function requireEdgeFunction(account: Account, arn: string): void {
  const [, accountId, name = "", version] = /^arn:[\w-]+:lambda:[\w-]+:(\d+):function:([\w-]+)(?::(.+))?$/.exec(arn) ?? [];
  if (accountId !== account.id || account.tables.functions.get(name) === undefined) return;
  const published = account.tables.functionVersions.get(`${name}:${version}`);
  if (published === undefined)
    throw invalid(`The function ARN must reference a specific function version. (The ARN must end with the version number.) ARN: ${arn}`);
  if (published.vpcConfig !== undefined) throw invalid(`The function cannot have a VPC configuration. Function: ${arn}`);
}

function invalid(reason: string): AwsError {
  return new AwsError("InvalidLambdaFunctionAssociation", reason);
}
