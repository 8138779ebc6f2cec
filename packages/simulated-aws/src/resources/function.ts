import { createHash } from "node:crypto";
import type { Account } from "../account/account";
import { createFunction, deleteFunction, updateFunction } from "../account/lambda-function";
import type { LambdaFunction } from "../account/rows";
import { flag, given, object, requiredText, textMap, texts } from "../property/read";
import type { Properties } from "../property/value";
import { differences, topLevel } from "../schema/difference";
import { arn } from "./arn";
import { DATE } from "./date";
import { functionFields } from "./function-fields";
import { publishes, refuseFunction, unsettledByFunction } from "./function-rules";
import type { ResourceType } from "./resource-type";

/** A Lambda function. Its id is its name. */
export const lambdaFunction: ResourceType = {
  token: "aws:lambda/function:Function",
  fields: functionFields,
  refuse: refuseFunction,
  unsettledBy: unsettledByFunction,
  create: (account, inputs) => {
    const { created, interfacesMade } = createFunction(account, { ...request(inputs), publish: flag(inputs, "publish") });
    return { id: created.id, interfacesMade };
  },
  describe: (account, id, outputs) => {
    const row = account.tables.functions.get(id);
    return row && { ...description(account, row, outputs), ...row.configuration };
  },
  update: (account, id, inputs, outputs) => {
    const changed = topLevel(differences(functionFields, inputs, outputs));
    const { interfacesMade } = updateFunction(account, { ...request(inputs), publish: publishes(changed, inputs) });
    return { id, interfacesMade };
  },
  remove: (account, id, outputs) => {
    if (outputs["skipDestroy"] !== true) deleteFunction(account, id);
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
  const sha256 = createHash("sha256").update(row.id).digest("base64");
  return {
    architectures: ["x86_64"],
    codeSha256: sha256,
    ephemeralStorage: { size: 512 },
    loggingConfig: { applicationLogLevel: "", logFormat: "Text", logGroup: `/aws/lambda/${row.id}`, systemLogLevel: "" },
    sourceCodeHash: sha256,
    tracingConfig: { mode: "PassThrough" },
    ...given(outputs, ["architectures", "codeSha256", "ephemeralStorage", "loggingConfig", "sourceCodeHash", "tracingConfig"]),
    arn: own,
    invokeArn: invokeArn(row.region, own),
    lastModified: DATE,
    name: row.id,
    qualifiedArn: `${own}:${version}`,
    qualifiedInvokeArn: invokeArn(row.region, `${own}:${version}`),
    region: row.region,
    responseStreamingInvokeArn: invokeArn(row.region, own)
      .replace("2015-03-31", "2021-11-15")
      .replace("/invocations", "/response-streaming-invocations"),
    role: row.role,
    signingJobArn: "",
    signingProfileVersionArn: "",
    sourceCodeSize: 0,
    tagsAll: row.tags,
    version,
    vpcConfig: row.vpcConfig === undefined ? outsideVpc(outputs) : { ...row.vpcConfig },
  };
}

/** A program may give a function a network of nothing: it is then in no VPC, and the state says so. */
function outsideVpc(outputs: Properties): Properties | null {
  const asked = object(outputs, "vpcConfig");
  return asked
    ? {
        ipv6AllowedForDualStack: false,
        securityGroupIds: texts(asked, "securityGroupIds"),
        subnetIds: texts(asked, "subnetIds"),
        vpcId: "",
      }
    : null;
}

function invokeArn(region: string, of: string): string {
  return `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${of}/invocations`;
}
