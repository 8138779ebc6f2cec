import type { Service } from "../operation/service";
import { getAccountSettings, listProvisionedConcurrencyConfigs } from "./account-operations";
import { deleteFunctionVersion } from "./delete-function";
import { getFunction, getFunctionConfiguration, listTags } from "./get-function";
import { listAliases } from "./list-aliases";
import { listEventSourceMappings } from "./list-event-source-mappings";
import { listFunctions, listVersionsByFunction } from "./list-functions";

export const lambdaService: Service = {
  name: "lambda",
  protocols: ["rest-json"],
  operations: [
    deleteFunctionVersion,
    getAccountSettings,
    getFunction,
    getFunctionConfiguration,
    listAliases,
    listEventSourceMappings,
    listFunctions,
    listProvisionedConcurrencyConfigs,
    listTags,
    listVersionsByFunction,
  ],
};
