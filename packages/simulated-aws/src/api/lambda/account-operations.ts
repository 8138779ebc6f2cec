import { operation } from "../operation/operation";
import { namedFunction } from "./function-name";
import { pageParameters } from "./lambda-page";

/** The default limits of an account (docs/aws-facts.md#account-limits-of-lambda). */
const LIMITS = {
  TotalCodeSize: 80_530_636_800,
  CodeSizeUnzipped: 262_144_000,
  CodeSizeZipped: 52_428_800,
  ConcurrentExecutions: 1000,
  UnreservedConcurrentExecutions: 1000,
};

export const getAccountSettings = operation({
  name: "GetAccountSettings",
  route: { method: "GET", path: "/2016-08-19/account-settings" },
  parameters: {},
  answer: ({ account, region }) => {
    const functions = account.tables.functions.all().filter((one) => one.region === region);
    return { AccountLimit: LIMITS, AccountUsage: { TotalCodeSize: 0, FunctionCount: functions.length } };
  },
});

/** The simulation has no provisioned concurrency. */
export const listProvisionedConcurrencyConfigs = operation({
  name: "ListProvisionedConcurrencyConfigs",
  route: { method: "GET", path: "/2019-09-30/functions/{FunctionName}/provisioned-concurrency" },
  parameters: { ...pageParameters, FunctionName: "text" },
  answer: (call, { FunctionName }) => {
    namedFunction(call, FunctionName);
    return { ProvisionedConcurrencyConfigs: [] };
  },
});
