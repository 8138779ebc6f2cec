import { createHash } from "node:crypto";
import type { Account } from "../../account/store/account";
import { replaceSecurityGroups } from "../../account/lambda/group-replacement";
import { createFunction, deleteFunction, updateFunction } from "../../account/lambda/lambda-function";
import type { LambdaFunction } from "../../account/rows/lambda-rows";
import { flag, knownValues, object, requiredText, text, textMap, texts } from "../../property/read";
import type { Properties } from "../../property/value";
import { propertyChanges, topLevelNames } from "../../schema/property-change";
import { arn } from "../../account/store/arn";
import { CREATION_DATE } from "../../account/store/creation-date";
import { deleteCode, storeCode } from "./function-code";
import { functionFields } from "./function-fields";
import { publishes, validateFunction, recomputedByFunction } from "./function-rules";
import type { ResourceType } from "../definition/resource-type";

/** A Lambda function. Its id is its name. */
export const lambdaFunction: ResourceType = {
  token: "aws:lambda/function:Function",
  fields: functionFields,
  validate: validateFunction,
  recomputedBy: recomputedByFunction,
  create: (account, inputs) => {
    const { created, interfacesCreated } = createFunction(account, { ...request(inputs), publish: flag(inputs, "publish") });
    storeCode(account, created.id, inputs);
    return { id: created.id, interfacesCreated };
  },
  describe: (account, id, outputs) => {
    const row = account.tables.functions.get(id);
    return row && { ...description(account, row, outputs), ...row.configuration };
  },
  update: (account, id, inputs, outputs) => {
    const changed = topLevelNames(propertyChanges(functionFields, inputs, outputs));
    const { interfacesCreated } = updateFunction(account, { ...request(inputs), publish: publishes(changed, inputs) });
    storeCode(account, id, inputs);
    return { id, interfacesCreated };
  },
  remove: (account, id, outputs) => {
    if (outputs["skipDestroy"] === true) return;
    if (outputs["replaceSecurityGroupsOnDestroy"] === true)
      replaceSecurityGroups(account, id, texts(outputs, "replacementSecurityGroupIds"));
    deleteFunction(account, id);
    deleteCode(account, id);
  },
};

function request(inputs: Properties) {
  const vpcConfig = object(inputs, "vpcConfig");
  const accessPointArn = text(object(inputs, "fileSystemConfig") ?? {}, "arn");
  return {
    id: requiredText(inputs, "name"),
    region: requiredText(inputs, "region"),
    role: requiredText(inputs, "role"),
    tags: textMap(inputs, "tagsAll"),
    configuration: knownValues(inputs, ["description", "handler", "memorySize", "packageType", "runtime", "timeout"]),
    ...(accessPointArn === undefined ? {} : { accessPointArn }),
    ...(vpcConfig === undefined
      ? {}
      : {
          vpcConfig: {
            subnetIds: texts(vpcConfig, "subnetIds"),
            securityGroupIds: texts(vpcConfig, "securityGroupIds"),
            ipv6AllowedForDualStack: flag(vpcConfig, "ipv6AllowedForDualStack"),
          },
        }),
  };
}

function description(account: Account, row: LambdaFunction, outputs: Properties): Properties {
  const functionArn = arn("lambda", row.region, account.id, `function:${row.id}`);
  const version = row.published === 0 ? "$LATEST" : String(row.published);
  const logging = { applicationLogLevel: "", logFormat: "Text", logGroup: `/aws/lambda/${row.id}`, systemLogLevel: "" };
  return {
    architectures: ["x86_64"],
    codeSha256: createHash("sha256").update(row.id).digest("base64"),
    codeSigningConfigArn: "",
    description: "",
    ephemeralStorage: { size: 512 },
    sourceCodeHash: "",
    tracingConfig: { mode: "PassThrough" },
    ...knownValues(outputs, [
      "architectures",
      "codeSha256",
      "codeSigningConfigArn",
      "description",
      "ephemeralStorage",
      "sourceCodeHash",
      "tracingConfig",
    ]),
    arn: functionArn,
    invokeArn: invokeArn(row.region, functionArn),
    lastModified: CREATION_DATE,
    loggingConfig: { ...logging, ...knownValues(object(outputs, "loggingConfig") ?? {}, Object.keys(logging)) },
    name: row.id,
    qualifiedArn: `${functionArn}:${version}`,
    qualifiedInvokeArn: invokeArn(row.region, `${functionArn}:${version}`),
    region: row.region,
    responseStreamingInvokeArn: invokeArn(row.region, functionArn)
      .replace("2015-03-31", "2021-11-15")
      .replace("/invocations", "/response-streaming-invocations"),
    role: row.role,
    sourceCodeSize: 0,
    tagsAll: row.tags,
    version,
    // Lambda reports an empty VPC configuration as none (docs/aws-facts.md#empty-vpc-configuration).
    vpcConfig: row.vpcConfig === undefined ? null : { ...row.vpcConfig },
  };
}

function invokeArn(region: string, functionArn: string): string {
  return `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
}
