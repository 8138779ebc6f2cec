import { createHash } from "node:crypto";
import type { Account } from "../../account/store/account";
import { replaceGroups } from "../../account/lambda/group-replacement";
import { createFunction, deleteFunction, updateFunction } from "../../account/lambda/lambda-function";
import type { LambdaFunction } from "../../account/rows/lambda-rows";
import { flag, given, object, requiredText, textMap, texts } from "../../property/read";
import type { Properties } from "../../property/value";
import { differences, topLevel } from "../../schema/difference";
import { arn } from "../../account/store/arn";
import { DATE } from "../definition/date";
import { forgetCode, keepCode } from "./function-code";
import { functionFields } from "./function-fields";
import { publishes, refuseFunction, unsettledByFunction } from "./function-rules";
import type { ResourceType } from "../definition/resource-type";

/** A Lambda function. Its id is its name. */
export const lambdaFunction: ResourceType = {
  token: "aws:lambda/function:Function",
  fields: functionFields,
  refuse: refuseFunction,
  unsettledBy: unsettledByFunction,
  create: (account, inputs) => {
    const { created, interfacesMade } = createFunction(account, { ...request(inputs), publish: flag(inputs, "publish") });
    keepCode(account, created.id, inputs);
    return { id: created.id, interfacesMade };
  },
  describe: (account, id, outputs) => {
    const row = account.tables.functions.get(id);
    return row && { ...description(account, row, outputs), ...row.configuration };
  },
  update: (account, id, inputs, outputs) => {
    const changed = topLevel(differences(functionFields, inputs, outputs));
    const { interfacesMade } = updateFunction(account, { ...request(inputs), publish: publishes(changed, inputs) });
    keepCode(account, id, inputs);
    return { id, interfacesMade };
  },
  remove: (account, id, outputs) => {
    if (outputs["skipDestroy"] === true) return;
    if (outputs["replaceSecurityGroupsOnDestroy"] === true) replaceGroups(account, id, texts(outputs, "replacementSecurityGroupIds"));
    deleteFunction(account, id);
    forgetCode(account, id);
  },
};

function request(inputs: Properties) {
  const vpcConfig = object(inputs, "vpcConfig");
  return {
    id: requiredText(inputs, "name"),
    region: requiredText(inputs, "region"),
    role: requiredText(inputs, "role"),
    tags: textMap(inputs, "tagsAll"),
    configuration: given(inputs, ["description", "handler", "memorySize", "packageType", "runtime", "timeout"]),
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
  const own = arn("lambda", row.region, account.id, `function:${row.id}`);
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
    ...given(outputs, [
      "architectures",
      "codeSha256",
      "codeSigningConfigArn",
      "description",
      "ephemeralStorage",
      "sourceCodeHash",
      "tracingConfig",
    ]),
    arn: own,
    invokeArn: invokeArn(row.region, own),
    lastModified: DATE,
    loggingConfig: { ...logging, ...given(object(outputs, "loggingConfig") ?? {}, Object.keys(logging)) },
    name: row.id,
    qualifiedArn: `${own}:${version}`,
    qualifiedInvokeArn: invokeArn(row.region, `${own}:${version}`),
    region: row.region,
    responseStreamingInvokeArn: invokeArn(row.region, own)
      .replace("2015-03-31", "2021-11-15")
      .replace("/invocations", "/response-streaming-invocations"),
    role: row.role,
    sourceCodeSize: 0,
    tagsAll: row.tags,
    version,
    // A network of nothing is none, and Lambda reports none (docs/aws-facts.md#empty-vpc-configuration).
    vpcConfig: row.vpcConfig === undefined ? null : { ...row.vpcConfig },
  };
}

function invokeArn(region: string, of: string): string {
  return `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${of}/invocations`;
}
