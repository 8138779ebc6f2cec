import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import * as awsx from "./awsx";

// Each environment is a stack.
const environments = {
  dev: { range: "10.0", zones: ["us-east-1a", "us-east-1b"], nat: "Single", databaseClass: "db.t4g.micro" },
  prod: { range: "10.1", zones: ["us-east-1a", "us-east-1b"], nat: "OnePerAz", databaseClass: "db.m7g.large" },
};
const { range, zones, nat, databaseClass } = environments[pulumi.getStack() as keyof typeof environments];

// The network.
const vpc = new awsx.ec2.Vpc("shop", {
  cidrBlock: `${range}.0.0/16`,
  availabilityZoneNames: zones,
  natGateways: { strategy: nat },
  subnetSpecs: [
    { type: "Private", cidrMask: 24 },
    { type: "Isolated", cidrMask: 28 },
    { type: "Public", cidrMask: 28 },
  ],
  vpcEndpointSpecs: [{ serviceName: "com.amazonaws.us-east-1.s3" }, { serviceName: "com.amazonaws.us-east-1.dynamodb" }],
});
const { vpcId, privateSubnetIds: subnetIds, isolatedSubnetIds: dataSubnetIds } = vpc;
const cidrBlocks = [`${range}.0.0/16`];
const anywhere = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];
const fromVpc = (port: number) => [{ protocol: "tcp", fromPort: port, toPort: port, cidrBlocks }];
const endpointGroup = new aws.ec2.SecurityGroup("endpoints", { vpcId, ingress: fromVpc(443) });
for (const service of ["secretsmanager", "sqs"])
  new aws.ec2.VpcEndpoint(service, {
    vpcId,
    serviceName: `com.amazonaws.us-east-1.${service}`,
    vpcEndpointType: "Interface",
    privateDnsEnabled: true,
    subnetIds,
    securityGroupIds: [endpointGroup.id],
  });

// The data.
const databaseGroup = new aws.ec2.SecurityGroup("database", { vpcId, ingress: fromVpc(5432) });
const cacheGroup = new aws.ec2.SecurityGroup("cache", { vpcId, ingress: fromVpc(6379) });
const database = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: databaseClass,
  allocatedStorage: 20,
  dbSubnetGroupName: new aws.rds.SubnetGroup("orders", { subnetIds: dataSubnetIds }).name,
  vpcSecurityGroupIds: [databaseGroup.id],
  username: "shop",
  manageMasterUserPassword: true,
  skipFinalSnapshot: true,
});
const cache = new aws.elasticache.Cluster("carts", {
  engine: "redis",
  nodeType: "cache.t4g.micro",
  numCacheNodes: 1,
  subnetGroupName: new aws.elasticache.SubnetGroup("carts", { subnetIds: dataSubnetIds }).name,
  securityGroupIds: [cacheGroup.id],
});
const photos = new aws.s3.Bucket("photos", { forceDestroy: true });
const events = new aws.dynamodb.Table("events", {
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
  billingMode: "PAY_PER_REQUEST",
  streamEnabled: true,
  streamViewType: "NEW_IMAGE",
});
const [placed, paid, failed] = ["placed", "paid", "failed"].map((name) => new aws.sqs.Queue(name));

// The file system, with a mount target in each zone.
const filesGroup = new aws.ec2.SecurityGroup("reports", { vpcId, ingress: fromVpc(2049) });
const files = new aws.efs.FileSystem("reports", { encrypted: true });
const mountTargets = zones.map((zone, index) => {
  const subnetId = subnetIds.apply((all) => all[index] ?? "");
  return new aws.efs.MountTarget(`reports-${zone.slice(-1)}`, { fileSystemId: files.id, subnetId, securityGroups: [filesGroup.id] });
});
const accessPoint = new aws.efs.AccessPoint("reports", {
  fileSystemId: files.id,
  posixUser: { uid: 1000, gid: 1000 },
  rootDirectory: { path: "/functions", creationInfo: { ownerUid: 1000, ownerGid: 1000, permissions: "0750" } },
});

interface ShopFunction {
  /** The route of the HTTP API. */
  readonly route?: string;
  readonly permissions?: readonly Statement[];
  /** The queue or stream that invokes it. */
  readonly source?: pulumi.Output<string>;
  readonly live?: boolean;
  readonly settings?: Partial<aws.lambda.FunctionArgs>;
}

interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: pulumi.Input<string>;
  readonly Condition?: object;
}

const allow = (Resource: pulumi.Input<string>, ...Action: readonly string[]): Statement => ({ Effect: "Allow", Action, Resource });
const document = (...Statement: readonly object[]) => pulumi.jsonStringify({ Version: "2012-10-17", Statement });
const password = allow(database.masterUserSecrets[0].secretArn, "secretsmanager:GetSecretValue");
const consume = (queue: aws.sqs.Queue) => allow(queue.arn, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
const send = (queue: aws.sqs.Queue) => allow(queue.arn, "sqs:SendMessage");
const list = (prefix: string) => ({ ...allow(photos.arn, "s3:ListBucket"), Condition: { StringLike: { "s3:prefix": [`${prefix}*`] } } });
const get = (prefix: string) => allow(pulumi.interpolate`${photos.arn}/${prefix}*`, "s3:GetObject");
const put = (prefix: string) =>
  allow(pulumi.interpolate`${photos.arn}/${prefix}*`, "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload");
const writeItems = allow(events.arn, "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem");
const readItems = ["", "/index/*"].map((suffix) =>
  allow(
    pulumi.interpolate`${events.arn}${suffix}`,
    "dynamodb:GetItem",
    "dynamodb:BatchGetItem",
    "dynamodb:Query",
    "dynamodb:Scan",
    "dynamodb:ConditionCheckItem",
  ),
);
const readStream = allow(
  events.streamArn,
  "dynamodb:DescribeStream",
  "dynamodb:GetRecords",
  "dynamodb:GetShardIterator",
  "dynamodb:ListStreams",
);
const mount = allow(files.arn, "elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite");

const data: ShopFunction = { permissions: [password] };
const functions: Record<string, ShopFunction> = {
  "list-orders": { ...data, route: "GET /orders" },
  "get-order": { ...data, route: "GET /orders/{id}" },
  "cancel-order": { ...data, route: "DELETE /orders/{id}" },
  "list-customers": { ...data, route: "GET /customers" },
  "get-customer": { ...data, route: "GET /customers/{id}" },
  "update-customer": { ...data, route: "PUT /customers/{id}" },
  "list-products": { ...data, route: "GET /products" },
  "get-product": { ...data, route: "GET /products/{id}" },
  "search-products": { ...data, route: "GET /products/search" },
  "get-cart": { ...data, route: "GET /carts/{id}" },
  "add-to-cart": { ...data, route: "POST /carts/{id}" },
  "empty-cart": { ...data, route: "DELETE /carts/{id}" },
  checkout: { route: "POST /orders", permissions: [password, send(placed)], live: true, settings: { publish: true } },
  "process-order": { source: placed.arn, permissions: [password, consume(placed), send(paid)] },
  "send-receipt": { source: paid.arn, permissions: [consume(paid)] },
  "list-photos": { route: "GET /photos", permissions: [list("small/"), get("small/")] },
  "upload-photo": { route: "POST /photos", permissions: [put("large/")] },
  "resize-photo": { permissions: [list(""), get(""), put("")] },
  "record-event": { route: "POST /events", permissions: [writeItems] },
  "archive-event": { source: events.streamArn, permissions: [readStream, put("events/")] },
  "export-report": {
    permissions: [...readItems, mount],
    settings: { fileSystemConfig: { arn: accessPoint.arn, localMountPath: "/mnt/files" } },
  },
  "charge-card": { route: "POST /payments", permissions: [send(paid)] },
  "refund-card": { route: "DELETE /payments/{id}" },
  "book-parcel": { permissions: [send(failed)], settings: { deadLetterConfig: { targetArn: failed.arn } } },
  "track-parcel": { route: "GET /parcels/{id}" },
};

// The functions, each with a role, a security group and what invokes it.
const trust = document({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } });
const api = new aws.apigatewayv2.Api("shop", { protocolType: "HTTP" });
new aws.apigatewayv2.Stage("shop", { apiId: api.id, name: "$default", autoDeploy: true });
const code = new pulumi.asset.AssetArchive({
  "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({ statusCode: 200 });"),
});
const variables = { DATABASE: database.address, CACHE: cache.cacheNodes[0].address, PHOTOS: photos.bucket, EVENTS: events.name };

function create([name, { route, source, live, settings = {}, permissions = [] }]: [string, ShopFunction]): aws.lambda.Function {
  const role = new aws.iam.Role(name, { assumeRolePolicy: trust });
  const attachment = new aws.iam.RolePolicyAttachment(name, {
    role: role.name,
    policyArn: aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole,
  });
  const forCode = permissions.length === 0 ? [] : [new aws.iam.RolePolicy(name, { role: role.name, policy: document(...permissions) })];
  const group = new aws.ec2.SecurityGroup(name, { vpcId, egress: anywhere });
  const lambda = new aws.lambda.Function(
    name,
    {
      runtime: "nodejs22.x",
      handler: "index.handler",
      code,
      role: role.arn,
      vpcConfig: { subnetIds, securityGroupIds: [group.id] },
      environment: { variables },
      ...settings,
    },
    { dependsOn: [attachment, ...forCode, ...(settings.fileSystemConfig === undefined ? [] : mountTargets)] },
  );
  const alias = live ? new aws.lambda.Alias(name, { name: "live", functionName: lambda.name, functionVersion: lambda.version }) : undefined;
  if (source !== undefined) {
    const startingPosition = name === "archive-event" ? { startingPosition: "LATEST" } : {};
    new aws.lambda.EventSourceMapping(name, { functionName: alias?.arn ?? lambda.name, eventSourceArn: source, ...startingPosition });
  }
  if (route !== undefined) {
    const integration = new aws.apigatewayv2.Integration(name, {
      apiId: api.id,
      integrationType: "AWS_PROXY",
      integrationUri: alias?.invokeArn ?? lambda.invokeArn,
      payloadFormatVersion: "2.0",
    });
    new aws.apigatewayv2.Route(name, { apiId: api.id, routeKey: route, target: pulumi.interpolate`integrations/${integration.id}` });
    const sourceArn = pulumi.interpolate`${api.executionArn}/*`;
    const called = alias?.arn ?? lambda.name;
    new aws.lambda.Permission(name, {
      function: called,
      action: "lambda:InvokeFunction",
      principal: "apigateway.amazonaws.com",
      sourceArn,
    });
  }
  return lambda;
}

const created = Object.fromEntries(Object.entries(functions).map((entry) => [entry[0], create(entry)]));
photos.onObjectCreated("resize-photo", created["resize-photo"], { filterPrefix: "large/" });
aws.cloudwatch.onSchedule("export-report", "rate(1 day)", created["export-report"]);

export const url = api.apiEndpoint;
