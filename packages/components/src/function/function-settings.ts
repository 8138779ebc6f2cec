import type * as aws from "@pulumi/aws";

type FunctionArgs = aws.lambda.FunctionArgs;

/**
 * The arguments of `aws.lambda.Function` that do not concern the network or the role, with the same names and meaning. They are written
 * out because the schema analyzer cannot follow `Omit` and `Pick`.
 */
export interface FunctionSettings {
  /** `x86_64` (default) or `arm64`. */
  architectures?: FunctionArgs["architectures"];
  /** The capacity provider whose instances run the function. */
  capacityProviderConfig?: FunctionArgs["capacityProviderConfig"];
  /** The deployment package: an archive. Code comes from exactly one of `code`, `imageUri` and `s3Bucket`. */
  code?: FunctionArgs["code"];
  /** The SHA-256 hash of the code in Base64. When it changes, the code is updated. */
  codeSha256?: FunctionArgs["codeSha256"];
  /** The ARN of the code signing configuration. */
  codeSigningConfigArn?: FunctionArgs["codeSigningConfigArn"];
  /** The target for failed events. The role needs permission to send to it. */
  deadLetterConfig?: FunctionArgs["deadLetterConfig"];
  /** A description of the function. */
  description?: FunctionArgs["description"];
  /** How long a durable execution may run, and how long its history is kept. */
  durableConfig?: FunctionArgs["durableConfig"];
  /** Environment variables. */
  environment?: FunctionArgs["environment"];
  /** The size of `/tmp`. */
  ephemeralStorage?: FunctionArgs["ephemeralStorage"];
  /** A file system to mount. The role needs permission to use it. */
  fileSystemConfig?: FunctionArgs["fileSystemConfig"];
  /** The entry point in the code. Required unless the code is a container image. */
  handler?: FunctionArgs["handler"];
  /** Overrides the settings of the container image. */
  imageConfig?: FunctionArgs["imageConfig"];
  /** The container image with the code. */
  imageUri?: FunctionArgs["imageUri"];
  /** The ARN of the KMS key that encrypts the environment variables. By default, Lambda uses its own key. */
  kmsKeyArn?: FunctionArgs["kmsKeyArn"];
  /** ARNs of layer versions, at most 5. */
  layers?: FunctionArgs["layers"];
  /** Memory in MB. Default: 128. */
  memorySize?: FunctionArgs["memorySize"];
  /** The name of the function. By default, it is derived from the component's name. */
  name?: FunctionArgs["name"];
  /** `Zip` (default) or `Image`. */
  packageType?: FunctionArgs["packageType"];
  /**
   * Whether each change publishes a version. Each version keeps the ENIs of its configuration. Lambda and the provider delete versions
   * only with the function, so set `trimming` to delete old ones. If something else deletes them, list that in the configuration of the
   * policy `trim-published-versions`.
   */
  publish?: FunctionArgs["publish"];
  /** Whether to publish to `LATEST_PUBLISHED` instead of a new version. */
  publishTo?: FunctionArgs["publishTo"];
  /** The Region of the function and its log group. Default: that of the provider. */
  region?: FunctionArgs["region"];
  /** The reserved concurrency. Default: -1, for none. */
  reservedConcurrentExecutions?: FunctionArgs["reservedConcurrentExecutions"];
  /** The runtime, such as `nodejs22.x`. Required unless the code is a container image. */
  runtime?: FunctionArgs["runtime"];
  /** The bucket with the deployment package. */
  s3Bucket?: FunctionArgs["s3Bucket"];
  /** The deployment package in the bucket. */
  s3Key?: FunctionArgs["s3Key"];
  /** The version of the deployment package in the bucket. */
  s3ObjectVersion?: FunctionArgs["s3ObjectVersion"];
  /** Whether the function, with all its versions and ENIs, stays in the account when it is destroyed. */
  skipDestroy?: FunctionArgs["skipDestroy"];
  /** Starts the function from snapshots. */
  snapStart?: FunctionArgs["snapStart"];
  /** Any text. When it changes, the code is updated. */
  sourceCodeHash?: FunctionArgs["sourceCodeHash"];
  /** The ARN of the KMS key that encrypts the deployment package. */
  sourceKmsKeyArn?: FunctionArgs["sourceKmsKeyArn"];
  /** Tags of the function, its role and its log group. */
  tags?: FunctionArgs["tags"];
  /** Whether each tenant gets separate execution environments. */
  tenancyConfig?: FunctionArgs["tenancyConfig"];
  /** The timeout in seconds, 1 to 900. Default: 3. */
  timeout?: FunctionArgs["timeout"];
  /** Whether X-Ray traces the function. The role needs permission to send traces. */
  tracingConfig?: FunctionArgs["tracingConfig"];
  /** Whether the timeouts of the resource also apply while the provider waits for changes to propagate. */
  useResourceTimeoutForPropagation?: FunctionArgs["useResourceTimeoutForPropagation"];
}

/** Arguments of the provider's function that the component sets. */
export type ManagedSettings = "vpcConfig" | "role" | "loggingConfig" | "replaceSecurityGroupsOnDestroy" | "replacementSecurityGroupIds";
