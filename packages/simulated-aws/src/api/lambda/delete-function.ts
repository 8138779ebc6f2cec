import { deleteVersion } from "../../account/lambda/function-version";
import { AwsError } from "../../account/store/aws-error";
import { operation } from "../operation/operation";
import { namedFunction } from "./function-name";

/** Deletes a version, but not a whole function, which belongs to a stack. */
export const deleteFunctionVersion = operation({
  name: "DeleteFunction",
  route: { method: "DELETE", path: "/2015-03-31/functions/{FunctionName}" },
  parameters: { FunctionName: "text", Qualifier: "text" },
  answer: (call, { FunctionName, Qualifier }) => {
    const { row, qualifier } = namedFunction(call, FunctionName, Qualifier);
    if (qualifier === undefined)
      throw new AwsError("InvalidParameterValueException", "Simulated AWS deletes versions only. Specify a Qualifier");
    deleteVersion(call.account, row.id, qualifier);
    return {};
  },
});
