import type { FunctionAlias } from "../../account/rows/lambda-rows";
import { operation } from "../operation/operation";
import { sortedAfter } from "../operation/page";
import { functionArn, revision } from "./function-configuration";
import { namedFunction } from "./function-name";
import { lambdaPage, pageParameters } from "./lambda-page";

export const listAliases = operation({
  name: "ListAliases",
  route: { method: "GET", path: "/2015-03-31/functions/{FunctionName}/aliases" },
  parameters: { ...pageParameters, FunctionName: "text", FunctionVersion: "text" },
  answer: (call, input) => {
    const { row } = namedFunction(call, input.FunctionName);
    const aliases = call.account.tables.functionAliases
      .where("function", row.id)
      .filter(({ functionVersion }) => input.FunctionVersion === undefined || functionVersion === input.FunctionVersion);
    return lambdaPage<FunctionAlias>(
      "Aliases",
      input,
      (after) => sortedAfter(aliases, ({ name }) => name, after),
      ({ name, functionVersion, description, weights }) => ({
        AliasArn: functionArn(call, row, name),
        Name: name,
        FunctionVersion: functionVersion,
        Description: description,
        RevisionId: revision([row.id, name, functionVersion, JSON.stringify(weights)].join()),
        RoutingConfig: Object.keys(weights).length === 0 ? undefined : { AdditionalVersionWeights: { ...weights } },
      }),
    );
  },
});
