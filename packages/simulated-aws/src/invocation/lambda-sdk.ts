import type { Account } from "../account/store/account";
import { AwsError } from "../account/store/aws-error";
import { requirePermission } from "../account/permissions/call-permission";
import { deleteVersion, listVersions } from "../account/lambda/function-version";
import { arn } from "../account/store/arn";

/** Runs one operation on the account, as a transaction. */
export type RunInAccount = <Result>(operation: (account: Account) => Result) => Result;

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

/** A call returns at most 50 items (docs/aws-facts.md#version-listing). */
const PAGE_SIZE = 50;

/** The package `@aws-sdk/client-lambda` for code that runs with a role in this account. Its `Lambda` supports the calls about versions. */
export function lambdaSdk(run: RunInAccount, caller: Caller): { readonly Lambda: new () => object } {
  const call = <Result>(action: string, { FunctionName, Qualifier }: Request, operation: (account: Account) => Result): Promise<Result> =>
    asPromise(() =>
      run((account) => {
        const functionArn = arn("lambda", caller.region, account.id, `function:${FunctionName}`);
        const resource = Qualifier === undefined ? functionArn : `${functionArn}:${Qualifier}`;
        requirePermission(account, { roleArn: caller.roleArn, action: `lambda:${action}`, resource });
        return operation(account);
      }),
    );
  return {
    Lambda: class {
      listVersionsByFunction(request: Request) {
        return call("ListVersionsByFunction", request, (account) => {
          const versions = listVersions(account, request.FunctionName).map(({ version, vpcConfig }) => ({
            Version: version,
            VpcConfig: { SubnetIds: vpcConfig?.subnetIds ?? [], SecurityGroupIds: vpcConfig?.securityGroupIds ?? [] },
          }));
          return page("Versions", versions, request);
        });
      }

      listAliases(request: Request) {
        return call("ListAliases", request, (account) => {
          const aliases = account.tables.functionAliases.where("function", request.FunctionName);
          const responses = aliases.map(({ name, functionVersion, weights }) => ({
            Name: name,
            FunctionVersion: functionVersion,
            RoutingConfig: { AdditionalVersionWeights: weights },
          }));
          return page("Aliases", responses, request);
        });
      }

      /** The simulation has no provisioned concurrency. */
      listProvisionedConcurrencyConfigs(request: Request) {
        return call("ListProvisionedConcurrencyConfigs", request, () => ({ ProvisionedConcurrencyConfigs: [] }));
      }

      /** Code can delete versions, but not a whole function. */
      deleteFunction(request: Request) {
        return call("DeleteFunction", request, (account) => {
          if (request.Qualifier === undefined)
            throw new AwsError("InvalidParameterValueException", "Simulated AWS deletes versions only. Specify a Qualifier");
          deleteVersion(account, request.FunctionName, request.Qualifier);
          return {};
        });
      }
    },
  };
}

function page(name: string, all: readonly object[], { Marker = "0" }: Request): object {
  const end = Number(Marker) + PAGE_SIZE;
  return { [name]: all.slice(Number(Marker), end), ...(end < all.length ? { NextMarker: String(end) } : {}) };
}

/** Resolves or rejects as the SDK does: an error has the code of AWS as its name. */
async function asPromise<Result>(operation: () => Result): Promise<Result> {
  try {
    return await Promise.resolve(operation());
  } catch (error) {
    throw error instanceof AwsError ? Object.assign(new Error(error.reason), { name: error.code }) : error;
  }
}
