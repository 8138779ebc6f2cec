import { always, byAws, none, region, type ResourceType, taggedInRegion, tags } from "./resource-type";

const FUNCTION_ARN = "arn:aws:lambda:us-east-1:123456789012:function:{name}";
const INVOCATIONS = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions";

export const role: ResourceType = {
  added: { maxSessionDuration: 3600, path: "/", tagsAll: {} },
  named: true,
  replacing: [],
  otherwise: {
    ...tags,
    createDate: byAws("2026-01-01T00:00:00Z"),
    description: none,
    forceDetachPolicies: always(false),
    inlinePolicies: byAws([]),
    managedPolicyArns: byAws([]),
    namePrefix: byAws(""),
    permissionsBoundary: none,
  },
  madeUp: { arn: "arn:aws:iam::123456789012:role/{name}", uniqueId: "AROA-of-{name}" },
};

export const logGroup: ResourceType = {
  added: taggedInRegion,
  named: true,
  replacing: [],
  otherwise: {
    ...tags,
    deletionProtectionEnabled: byAws(false),
    kmsKeyId: none,
    logGroupClass: byAws("STANDARD"),
    namePrefix: byAws(""),
    retentionInDays: always(0),
    skipDestroy: always(false),
  },
  madeUp: { arn: "arn:aws:logs:us-east-1:123456789012:log-group:{name}" },
};

export const parameter: ResourceType = {
  added: taggedInRegion,
  named: true,
  replacing: [],
  otherwise: {
    ...tags,
    allowedPattern: none,
    dataType: byAws("text"),
    description: none,
    hasValueWo: byAws(false),
    insecureValue: byAws(""),
    overwrite: none,
    tier: byAws("Standard"),
    valueWo: none,
    valueWoVersion: none,
    version: byAws(1),
  },
  madeUp: { arn: "arn:aws:ssm:us-east-1:123456789012:parameter/{name}", keyId: "key-of-{name}" },
};

export const lambdaFunction: ResourceType = {
  added: { ...taggedInRegion, memorySize: 128, packageType: "Zip", reservedConcurrentExecutions: -1, timeout: 3 },
  named: true,
  replacing: [],
  otherwise: {
    ...tags,
    architectures: byAws(["x86_64"]),
    capacityProviderConfig: none,
    codeSigningConfigArn: [null, ""],
    deadLetterConfig: none,
    description: [null, ""],
    durableConfig: none,
    environment: none,
    ephemeralStorage: byAws({ size: 512 }),
    fileSystemConfig: none,
    imageConfig: none,
    imageUri: none,
    kmsKeyArn: none,
    layers: none,
    publish: always(false),
    publishTo: none,
    replaceSecurityGroupsOnDestroy: none,
    replacementSecurityGroupIds: none,
    s3Bucket: none,
    s3Key: none,
    s3ObjectVersion: none,
    signingJobArn: byAws(null),
    signingProfileVersionArn: byAws(null),
    skipDestroy: always(false),
    snapStart: none,
    sourceCodeHash: byAws(""),
    sourceCodeSize: byAws(0),
    sourceKmsKeyArn: none,
    tenancyConfig: none,
    tracingConfig: byAws({ mode: "PassThrough" }),
    useResourceTimeoutForPropagation: none,
    vpcConfig: none,
  },
  madeUp: {
    arn: FUNCTION_ARN,
    codeSha256: "sha-of-{name}",
    invokeArn: `${INVOCATIONS}/${FUNCTION_ARN}/invocations`,
    lastModified: "2026-01-01T00:00:00Z",
    loggingConfig: "/aws/lambda/{name}",
    qualifiedArn: `${FUNCTION_ARN}:$LATEST`,
    qualifiedInvokeArn: `${INVOCATIONS}/${FUNCTION_ARN}:$LATEST/invocations`,
    responseStreamingInvokeArn: `${INVOCATIONS}/${FUNCTION_ARN}/response-streaming-invocations`,
    version: "$LATEST",
  },
};

export const networkConnector: ResourceType = {
  added: region,
  named: true,
  replacing: ["name"],
  otherwise: {},
  madeUp: { arn: "{id}" },
};
