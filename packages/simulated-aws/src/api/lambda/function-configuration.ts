import { createHash } from "node:crypto";
import { type ListedVersion, listVersions } from "../../account/lambda/function-version";
import type { LambdaFunction, VpcConfig } from "../../account/rows/lambda-rows";
import { arn } from "../../account/store/arn";
import { AwsError } from "../../account/store/aws-error";
import { CREATION_DATE } from "../../account/store/creation-date";
import { number, text } from "../../property/read";
import type { AnswerObject } from "../operation/answer";
import type { Call } from "../operation/call";
import type { NamedFunction } from "./function-name";

/** A function and one of its versions, or `$LATEST`. */
export interface ConfiguredFunction {
  readonly row: LambdaFunction;
  readonly version: ListedVersion;
}

/** What a qualifier names: a version, or that of an alias. Throws `ResourceNotFoundException`. */
export function qualified(call: Call, { row, qualifier = "$LATEST" }: NamedFunction): ConfiguredFunction {
  const wanted = call.account.tables.functionAliases.get(`${row.id}:${qualifier}`)?.functionVersion ?? qualifier;
  const version = listVersions(call.account, row).find((one) => one.version === wanted);
  if (version === undefined) throw new AwsError("ResourceNotFoundException", `Function not found: ${functionArn(call, row, qualifier)}`);
  return { row, version };
}

export function functionArn({ account }: Call, { id, region }: LambdaFunction, qualifier?: string): string {
  return arn("lambda", region, account.id, `function:${id}${qualifier === undefined ? "" : `:${qualifier}`}`);
}

/** A function as lists report it. They leave out its state (docs/aws-facts.md#function-listing). */
export function functionConfiguration(call: Call, { row, version: listed }: ConfiguredFunction, qualifier?: string): AnswerObject {
  const { version, role, vpcConfig, configuration } = listed;
  return {
    FunctionName: row.id,
    FunctionArn: functionArn(call, row, qualifier),
    Runtime: text(configuration, "runtime"),
    Role: role,
    Handler: text(configuration, "handler"),
    CodeSize: 0,
    Description: text(configuration, "description") ?? "",
    Timeout: number(configuration, "timeout") ?? 3,
    MemorySize: number(configuration, "memorySize") ?? 128,
    // Lambda writes a zone without a colon.
    LastModified: CREATION_DATE.replace("Z", ".000+0000"),
    CodeSha256: createHash("sha256").update(row.id).digest("base64"),
    Version: version,
    VpcConfig: vpcConfigAnswer(vpcConfig),
    TracingConfig: { Mode: "PassThrough" },
    RevisionId: revision(`${row.id}:${version}`),
    PackageType: text(configuration, "packageType") ?? "Zip",
    Architectures: ["x86_64"],
    EphemeralStorage: { Size: 512 },
    SnapStart: { ApplyOn: "None", OptimizationStatus: "Off" },
    LoggingConfig: { LogFormat: "Text", LogGroup: `/aws/lambda/${row.id}` },
    FileSystemConfigs: row.accessPointArn === undefined ? undefined : [{ Arn: row.accessPointArn, LocalMountPath: "/mnt/file-system" }],
  };
}

/** What GetFunction and GetFunctionConfiguration report in addition. */
export function functionState({ row, version }: ConfiguredFunction): AnswerObject {
  const state = row.idle === true && version.number === 0 ? { State: "Inactive", StateReasonCode: "Idle" } : { State: "Active" };
  return { ...state, LastUpdateStatus: "Successful" };
}

/** A function outside of a VPC has empty lists (docs/aws-facts.md#function-listing). */
function vpcConfigAnswer(config: VpcConfig | undefined): AnswerObject {
  return {
    SubnetIds: config?.subnetIds ?? [],
    SecurityGroupIds: config?.securityGroupIds ?? [],
    VpcId: config?.vpcId ?? "",
    Ipv6AllowedForDualStack: config?.ipv6AllowedForDualStack ?? false,
  };
}

/** An id that changes with what it is made from. */
export function revision(of: string): string {
  const digits = createHash("sha256").update(of).digest("hex");
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20, 32)].join("-");
}
