import { AwsError } from "../account/store/aws-error";
import { knownValues, requiredText } from "../property/read";
import { isObject, type Properties, type Value } from "../property/value";
import { role } from "../resources/iam/role";
import { lambdaFunction } from "../resources/lambda/function";
import type { Lookup } from "./lookup";

/** The outputs that a role has as a resource too. */
const ROLE_OUTPUTS = [
  "arn",
  "assumeRolePolicy",
  "createDate",
  "description",
  "maxSessionDuration",
  "name",
  "path",
  "permissionsBoundary",
  "uniqueId",
];

export const getRole: Lookup = (account, inputs) => {
  const name = requiredText(inputs, "name");
  const described = role.describe(account, name, {});
  if (described === undefined) throw new AwsError("NoSuchEntity", `The role with name ${name} cannot be found.`);
  const outputs = knownValues(described, ROLE_OUTPUTS);
  return { description: "", permissionsBoundary: "", ...outputs, id: name, roleLastUseds: [], tags: described["tagsAll"] ?? {} };
};

/** The values of what the account does not have. */
const UNUSED: Properties = {
  capacityProviderConfigs: [],
  deadLetterConfig: { targetArn: "" },
  durableConfigs: [],
  environment: { variables: {} },
  fileSystemConfigs: [],
  imageUri: "",
  kmsKeyArn: "",
  layers: [],
  reservedConcurrentExecutions: -1,
  signingJobArn: "",
  signingProfileVersionArn: "",
  sourceKmsKeyArn: "",
  tenancyConfigs: [],
};

/** The function by its name or ARN. Without a qualifier, `qualifiedArn` is that of the latest version, as in the provider. */
export const getFunction: Lookup = (account, inputs) => {
  const functionName = requiredText(inputs, "functionName");
  const id = functionName.split(":").at(-1) ?? functionName;
  const described = lambdaFunction.describe(account, id, {});
  if (described === undefined || described["region"] !== inputs["region"])
    throw new AwsError("ResourceNotFoundException", `Function not found: ${functionName}`);
  const { ephemeralStorage, loggingConfig, tagsAll = {}, vpcConfig, ...others } = described;
  return {
    ...UNUSED,
    ...others,
    id,
    functionName,
    ephemeralStorages: listOf(ephemeralStorage),
    loggingConfigs: listOf(loggingConfig),
    qualifier: inputs["qualifier"] ?? null,
    tags: tagsAll,
    vpcConfig: isObject(vpcConfig) ? vpcConfig : null,
  };
};

function listOf(value: Value | undefined): readonly Value[] {
  return value === undefined || value === null ? [] : [value];
}
