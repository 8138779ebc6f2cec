import { latestVersion, type ListedVersion, listVersions } from "../../account/lambda/function-version";
import type { LambdaFunction } from "../../account/rows/lambda-rows";
import type { Call } from "../operation/call";
import { operation } from "../operation/operation";
import { type Entry, sortedAfter } from "../operation/page";
import { InvalidParameter } from "../operation/parameters";
import { type ConfiguredFunction, functionConfiguration } from "./function-configuration";
import { namedFunction } from "./function-name";
import { lambdaPage, pageParameters } from "./lambda-page";

/** With `FunctionVersion=ALL`, all published versions too (docs/aws-facts.md#function-listing). */
export const listFunctions = operation({
  name: "ListFunctions",
  route: { method: "GET", path: "/2015-03-31/functions" },
  parameters: { ...pageParameters, FunctionVersion: "text", MasterRegion: "text" },
  answer: (call, input) => {
    const { FunctionVersion } = input;
    if (FunctionVersion !== undefined && FunctionVersion !== "ALL")
      throw new InvalidParameter(`Value '${FunctionVersion}' at 'functionVersion' failed to satisfy constraint: [ALL]`);
    const all = FunctionVersion === "ALL";
    const describe = (one: ConfiguredFunction) => functionConfiguration(call, one, all ? one.version.version : undefined);
    return lambdaPage("Functions", input, (after) => functionsAfter(call, all, after), describe);
  },
});

export const listVersionsByFunction = operation({
  name: "ListVersionsByFunction",
  route: { method: "GET", path: "/2015-03-31/functions/{FunctionName}/versions" },
  parameters: { ...pageParameters, FunctionName: "text" },
  answer: (call, input) => {
    const { row } = namedFunction(call, input.FunctionName);
    return lambdaPage(
      "Versions",
      input,
      (after) => sortedAfter(listVersions(call.account, row), versionKey, after),
      (version) => functionConfiguration(call, { row, version }, version.version),
    );
  },
});

/** The functions, each followed by its versions. It reads the versions of a function only when a page reaches them. */
function* functionsAfter(call: Call, all: boolean, after: string | undefined): Iterable<Entry<ConfiguredFunction>> {
  const rows = call.account.tables.functions.all().filter(({ region }) => region === call.region);
  const name = after?.slice(0, after.indexOf(" "));
  const notBefore = rows.filter(({ id }) => name === undefined || id >= name);
  for (const { row } of sortedAfter<LambdaFunction>(notBefore, ({ id }) => id, undefined))
    for (const version of all ? listVersions(call.account, row) : [latestVersion(row)]) {
      const key = `${row.id} ${versionKey(version)}`;
      if (after === undefined || key > after) yield { key, row: { row, version } };
    }
}

/** Sorts as versions are listed: `$LATEST`, then by number. */
function versionKey({ number }: ListedVersion): string {
  return String(number).padStart(16, "0");
}
