import type * as aws from "@pulumi/aws";

type FunctionArgs = aws.lambda.FunctionArgs;

/**
 * What a function takes that is none of its network's or role's business: everything else that `aws.lambda.Function` takes, under the same name and
 * with the same meaning. Written out, for a schema shows neither what is left out of a type nor what is picked of it.
 */
export interface FunctionSettings {
  /** `x86_64`, which is the default, or `arm64`. */
  architectures?: FunctionArgs["architectures"];
  /** The capacity provider whose instances run the function. */
  capacityProviderConfig?: FunctionArgs["capacityProviderConfig"];
  /** The deployment package: an archive. Code comes from exactly one of `code`, `imageUri` and `s3Bucket`. */
  code?: FunctionArgs["code"];
  /** SHA-256 of the code in Base64: a change of it updates the code. */
  codeSha256?: FunctionArgs["codeSha256"];
  /** ARN of the configuration that says whose signature the code needs. */
  codeSigningConfigArn?: FunctionArgs["codeSigningConfigArn"];
  /** Where events go that failed; the role needs a permission to send there. */
  deadLetterConfig?: FunctionArgs["deadLetterConfig"];
  /** What the function does, in words. */
  description?: FunctionArgs["description"];
  /** How long a durable function may run, and how long its history is kept. */
  durableConfig?: FunctionArgs["durableConfig"];
  /** Environment variables. */
  environment?: FunctionArgs["environment"];
  /** Size of `/tmp`. */
  ephemeralStorage?: FunctionArgs["ephemeralStorage"];
  /** A file system to mount; the role needs a permission to use it. */
  fileSystemConfig?: FunctionArgs["fileSystemConfig"];
  /** The entry point in the code; needed for code that is no image. */
  handler?: FunctionArgs["handler"];
  /** What to run in the image instead of what the image says. */
  imageConfig?: FunctionArgs["imageConfig"];
  /** The container image with the code. */
  imageUri?: FunctionArgs["imageUri"];
  /** ARN of the key that encrypts the environment variables: Lambda's own without it. */
  kmsKeyArn?: FunctionArgs["kmsKeyArn"];
  /** ARNs of layer versions, at most 5. */
  layers?: FunctionArgs["layers"];
  /** Memory in MB, 128 without it. */
  memorySize?: FunctionArgs["memorySize"];
  /** The function's name: made from the component's without it. */
  name?: FunctionArgs["name"];
  /** `Zip`, which is the default, or `Image`. */
  packageType?: FunctionArgs["packageType"];
  /**
   * Whether each change publishes a version. Every version keeps the ENIs of its day, and Lambda and the provider delete none but with the function:
   * have old ones trimmed. Whoever has them deleted by other means says so in the configuration of the policy trim-published-versions.
   */
  publish?: FunctionArgs["publish"];
  /** Whether to publish to `LATEST_PUBLISHED` instead of a new version. */
  publishTo?: FunctionArgs["publishTo"];
  /** The region of the function and its log group: the provider's without it. */
  region?: FunctionArgs["region"];
  /** Executions that are reserved for the function, at most so many at once: -1, which is the default, for none. */
  reservedConcurrentExecutions?: FunctionArgs["reservedConcurrentExecutions"];
  /** What runs the code, such as `nodejs22.x`; needed for code that is no image. */
  runtime?: FunctionArgs["runtime"];
  /** The bucket with the deployment package. */
  s3Bucket?: FunctionArgs["s3Bucket"];
  /** The deployment package in the bucket. */
  s3Key?: FunctionArgs["s3Key"];
  /** The version of the deployment package in the bucket. */
  s3ObjectVersion?: FunctionArgs["s3ObjectVersion"];
  /** Whether the function, with all its versions and ENIs, stays in the account when it is destroyed here. */
  skipDestroy?: FunctionArgs["skipDestroy"];
  /** Whether snapshots make the function start faster. */
  snapStart?: FunctionArgs["snapStart"];
  /** Any text: a change of it updates the code. */
  sourceCodeHash?: FunctionArgs["sourceCodeHash"];
  /** ARN of the key that encrypts the deployment package. */
  sourceKmsKeyArn?: FunctionArgs["sourceKmsKeyArn"];
  /** Tags of the function, its role and its log group. */
  tags?: FunctionArgs["tags"];
  /** Whether tenants get execution environments of their own. */
  tenancyConfig?: FunctionArgs["tenancyConfig"];
  /** How many seconds an execution may take, 1 to 900; 3 without it. */
  timeout?: FunctionArgs["timeout"];
  /** Whether X-Ray traces the function; the role needs a permission to send traces. */
  tracingConfig?: FunctionArgs["tracingConfig"];
  /** Whether the resource's timeouts hold also while the provider waits for AWS to see changes everywhere. */
  useResourceTimeoutForPropagation?: FunctionArgs["useResourceTimeoutForPropagation"];
}

/** What the component decides itself. */
export type ManagedSettings = "vpcConfig" | "role" | "loggingConfig" | "replaceSecurityGroupsOnDestroy" | "replacementSecurityGroupIds";
