import { AwsError } from "../../account/store/aws-error";
import type { AnswerObject } from "../operation/answer";
import type { Call } from "../operation/call";
import { operation } from "../operation/operation";
import { requireParameter } from "../operation/parameters";
import { functionArn, functionConfiguration, functionState, qualified } from "./function-configuration";
import { type NamedFunction, namedFunction } from "./function-name";

const parameters = { FunctionName: "text", Qualifier: "text" } as const;

export const getFunction = operation({
  name: "GetFunction",
  route: { method: "GET", path: "/2015-03-31/functions/{FunctionName}" },
  parameters,
  answer: (call, { FunctionName, Qualifier }) => {
    const named = namedFunction(call, FunctionName, Qualifier);
    const { tags, id, region } = named.row;
    return {
      Configuration: described(call, named),
      Code: {
        RepositoryType: "S3",
        Location: `https://awslambda-${region}-tasks.s3.${region}.amazonaws.com/snapshots/${call.account.id}/${id}`,
      },
      Tags: Object.keys(tags).length === 0 ? undefined : { ...tags },
    };
  },
});

export const getFunctionConfiguration = operation({
  name: "GetFunctionConfiguration",
  route: { method: "GET", path: "/2015-03-31/functions/{FunctionName}/configuration" },
  parameters,
  answer: (call, { FunctionName, Qualifier }) => {
    const named = namedFunction(call, FunctionName, Qualifier);
    return described(call, named);
  },
});

function described(call: Call, named: NamedFunction): AnswerObject {
  const one = qualified(call, named);
  return { ...functionConfiguration(call, one, named.qualifier), ...functionState(one) };
}

/** The tags of a function, by its ARN without a qualifier. */
export const listTags = operation({
  name: "ListTags",
  route: { method: "GET", path: "/2017-03-31/tags/{Resource}" },
  parameters: { Resource: "text" },
  answer: (call, { Resource }) => {
    const given = requireParameter(Resource, "Resource");
    const { row } = namedFunction(call, given);
    if (given !== functionArn(call, row))
      throw new AwsError(
        "InvalidParameterValueException",
        "Tags on function aliases and versions are not supported. Please specify either a function ARN.",
      );
    return { Tags: { ...row.tags } };
  },
});
