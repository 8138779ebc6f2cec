import { requirePermission } from "../account/permissions/call-permission";
import type { Account } from "../account/store/account";
import { arn } from "../account/store/arn";
import { AwsError } from "../account/store/aws-error";
import type { RunInAccount } from "../account/store/run-in-account";
import { lambdaService } from "../api/lambda/lambda-service";
import type { Organization } from "../api/operation/call";
import { InvalidParameter } from "../api/operation/parameters";

/** The caller. */
export interface Caller {
  readonly roleArn: string;
  readonly region: string;
}

interface Request {
  readonly FunctionName: string;
  readonly Qualifier?: string;
  readonly Marker?: string;
}

/**
 * The package `@aws-sdk/client-lambda` for code that runs with a role in this account. Its `Lambda` supports the calls about versions, with
 * the answers of the served API. Code can delete versions, but not a whole function.
 */
export function lambdaSdk(run: RunInAccount, { roleArn, region }: Caller): { readonly Lambda: new () => object } {
  const call = (name: string, request: Request): Promise<unknown> =>
    asPromise(() =>
      run((account) => {
        const functionArn = arn("lambda", region, account.id, `function:${request.FunctionName}`);
        const resource = request.Qualifier === undefined ? functionArn : `${functionArn}:${request.Qualifier}`;
        requirePermission(account, { roleArn, action: `lambda:${name}`, resource });
        const operation = lambdaService.operations.find((one) => one.name === name);
        const caller = { arn: roleArn, userId: roleArn };
        const call = {
          account,
          region,
          now: account.settings.now(),
          caller,
          accessKeyId: "",
          recorded: [],
          buckets: new Map(),
          organization: organizationOf(account),
          assumeRole: refuse,
        };
        return operation?.run(call, { ...request });
      }),
    );
  return {
    Lambda: class {
      listVersionsByFunction(request: Request) {
        return call("ListVersionsByFunction", request);
      }

      listAliases(request: Request) {
        return call("ListAliases", request);
      }

      listProvisionedConcurrencyConfigs(request: Request) {
        return call("ListProvisionedConcurrencyConfigs", request);
      }

      deleteFunction(request: Request) {
        return call("DeleteFunction", request);
      }
    },
  };
}

/** Operations of Lambda concern one account. */
function organizationOf({ id }: Account): Organization {
  return { accounts: [{ id, name: "simulated", state: "ACTIVE" }], run: refuse, deniedRoles: [], unrecorded: [], defaultQuotas: false };
}

function refuse(): never {
  throw new AwsError("AccessDenied", "No operation of Lambda assumes a role");
}

/** Resolves or rejects as the SDK does: an error has the code of AWS as its name. */
async function asPromise<Result>(operation: () => Result): Promise<Result> {
  try {
    return await Promise.resolve(operation());
  } catch (error) {
    if (error instanceof AwsError) throw Object.assign(new Error(error.reason), { name: error.code });
    throw error instanceof InvalidParameter ? Object.assign(new Error(error.message), { name: "InvalidParameterValueException" }) : error;
  }
}
