/* eslint-disable max-lines -- One program in one file, as the programs that it is compared with. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// Each environment is a stack.
const environments = {
  dev: { range: "10.0", zones: ["us-east-1a", "us-east-1b"], natZones: ["us-east-1a"], databaseClass: "db.t4g.micro" },
  prod: { range: "10.1", zones: ["us-east-1a", "us-east-1b"], natZones: ["us-east-1a", "us-east-1b"], databaseClass: "db.m7g.large" },
};
const { range, zones, natZones, databaseClass } = environments[pulumi.getStack() as keyof typeof environments];

// The network: for each zone a range for functions, one for the data, and one for a NAT gateway.
const zoneIndex = (zone: string) => zone.charCodeAt(zone.length - 1) - "a".charCodeAt(0);
const suffix = (zone: string) => zone.slice(-1);
const vpc = new aws.ec2.Vpc("shop", { cidrBlock: `${range}.0.0/16`, enableDnsHostnames: true, enableDnsSupport: true });
const vpcId = vpc.id;
const subnet = (kind: string, availabilityZone: string, cidrBlock: string) =>
  new aws.ec2.Subnet(`${kind}-${suffix(availabilityZone)}`, { vpcId, availabilityZone, cidrBlock });
const privateZones = zones.map((zone) => {
  const routeTable = new aws.ec2.RouteTable(`private-${suffix(zone)}`, { vpcId });
  const subnetId = subnet("private", zone, `${range}.${32 * zoneIndex(zone)}.0/24`).id;
  new aws.ec2.RouteTableAssociation(`private-${suffix(zone)}`, { subnetId, routeTableId: routeTable.id });
  return { zone, subnetId, routeTableId: routeTable.id };
});
const subnetIds = privateZones.map(({ subnetId }) => subnetId);
const routeTableIds = privateZones.map(({ routeTableId }) => routeTableId);
const dataSubnetIds = zones.map((zone) => subnet("data", zone, `${range}.255.${16 * zoneIndex(zone)}/28`).id);

const internetGateway = new aws.ec2.InternetGateway("shop", { vpcId });
const publicTable = new aws.ec2.RouteTable("public", { vpcId });
const toInternet = new aws.ec2.Route("public", {
  routeTableId: publicTable.id,
  destinationCidrBlock: "0.0.0.0/0",
  gatewayId: internetGateway.id,
});
const natGateways = new Map(
  natZones.map((zone) => {
    const subnetId = subnet("public", zone, `${range}.${32 * zoneIndex(zone) + 31}.0/28`).id;
    const association = new aws.ec2.RouteTableAssociation(`public-${suffix(zone)}`, { subnetId, routeTableId: publicTable.id });
    const address = new aws.ec2.Eip(`nat-${suffix(zone)}`, { domain: "vpc" }, { dependsOn: toInternet });
    const natGateway = new aws.ec2.NatGateway(
      suffix(zone),
      { subnetId, allocationId: address.allocationId },
      { dependsOn: [toInternet, association] },
    );
    return [zone, natGateway.id];
  }),
);
for (const { zone, routeTableId } of privateZones)
  new aws.ec2.Route(`private-${suffix(zone)}`, {
    routeTableId,
    destinationCidrBlock: "0.0.0.0/0",
    natGatewayId: natGateways.get(zone) ?? [...natGateways.values()][0],
  });

const [s3, dynamodb] = ["s3", "dynamodb"].map(
  (service) =>
    new aws.ec2.VpcEndpoint(service, {
      vpcId,
      serviceName: `com.amazonaws.us-east-1.${service}`,
      vpcEndpointType: "Gateway",
      routeTableIds,
    }),
);
const https = { protocol: "tcp", fromPort: 443, toPort: 443 };
const endpointGroup = new aws.ec2.SecurityGroup("endpoints", {
  vpcId,
  description: "The interface endpoints",
  ingress: [{ ...https, cidrBlocks: privateZones.map(({ zone }) => `${range}.${32 * zoneIndex(zone)}.0/24`) }],
});
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
const databaseGroup = new aws.ec2.SecurityGroup("database", { vpcId, description: "The database" });
const cacheGroup = new aws.ec2.SecurityGroup("cache", { vpcId, description: "The cache" });
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
const filesGroup = new aws.ec2.SecurityGroup("reports", { vpcId, description: "Mount targets of reports" });
const files = new aws.efs.FileSystem("reports", { encrypted: true });
const mountTargets = privateZones.map(
  ({ zone, subnetId }) =>
    new aws.efs.MountTarget(`reports-${suffix(zone)}`, { fileSystemId: files.id, subnetId, securityGroups: [filesGroup.id] }),
);
const accessPoint = new aws.efs.AccessPoint("reports", {
  fileSystemId: files.id,
  posixUser: { uid: 1000, gid: 1000 },
  rootDirectory: { path: "/functions", creationInfo: { ownerUid: 1000, ownerGid: 1000, permissions: "0750" } },
});

interface ShopFunction {
  readonly set: "data" | "assets" | "partners";
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

const data: ShopFunction = { set: "data", permissions: [password] };
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
  checkout: { set: "data", route: "POST /orders", permissions: [password, send(placed)], live: true, settings: { publish: true } },
  "process-order": { set: "data", source: placed.arn, permissions: [password, consume(placed), send(paid)] },
  "send-receipt": { set: "data", source: paid.arn, permissions: [consume(paid)] },
  "list-photos": { set: "assets", route: "GET /photos", permissions: [list("small/"), get("small/")] },
  "upload-photo": { set: "assets", route: "POST /photos", permissions: [put("large/")] },
  "resize-photo": { set: "assets", permissions: [list(""), get(""), put("")] },
  "record-event": { set: "assets", route: "POST /events", permissions: [writeItems] },
  "archive-event": { set: "assets", source: events.streamArn, permissions: [readStream, put("events/")] },
  "export-report": {
    set: "assets",
    permissions: [...readItems, mount],
    settings: { fileSystemConfig: { arn: accessPoint.arn, localMountPath: "/mnt/files" } },
  },
  "charge-card": { set: "partners", route: "POST /payments", permissions: [send(paid)] },
  "refund-card": { set: "partners", route: "DELETE /payments/{id}" },
  "book-parcel": { set: "partners", permissions: [send(failed)], settings: { deadLetterConfig: { targetArn: failed.arn } } },
  "track-parcel": { set: "partners", route: "GET /parcels/{id}" },
};

// The roles of the functions, each with the permissions that Lambda needs for its ENIs.
const trust = document({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } });
const eniActions = [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DeleteNetworkInterface",
  "ec2:AssignPrivateIpAddresses",
  "ec2:UnassignPrivateIpAddresses",
];
const eniPolicy = document(
  { Effect: "Allow", Action: eniActions, Resource: "*" },
  {
    Effect: "Deny",
    Action: [...eniActions, "ec2:DetachNetworkInterface"],
    Resource: "*",
    Condition: { ArnLike: { "lambda:SourceFunctionArn": ["arn:*:lambda:*:*:function:*"] } },
  },
);
const roles = Object.fromEntries(
  Object.entries(functions).map(([name, { permissions = [] }]) => {
    const logGroup = new aws.cloudwatch.LogGroup(name, { namePrefix: `/aws/lambda/${name}-`, retentionInDays: 30 });
    const role = new aws.iam.Role(name, { assumeRolePolicy: trust });
    const log = allow(pulumi.interpolate`${logGroup.arn}:*`, "logs:CreateLogStream", "logs:PutLogEvents");
    const network = new aws.iam.RolePolicy(`${name}-network`, { role: role.name, policy: eniPolicy });
    const forLog = new aws.iam.RolePolicy(`${name}-log`, { role: role.name, policy: document(log) });
    const forCode =
      permissions.length === 0
        ? []
        : [new aws.iam.RolePolicy(`${name}-permissions`, { role: role.name, policy: document(...permissions) })];
    return [name, { logGroup, role, network, policies: [network, forLog, ...forCode] }];
  }),
);

// The groups of the functions. Each outlives its functions, and the roles outlive it, or the ENIs are orphaned.
const sharedGroup = (set: ShopFunction["set"], egress: aws.types.input.ec2.SecurityGroupEgress[]) =>
  new aws.ec2.SecurityGroup(
    set,
    { vpcId, description: `Functions of the set ${set}`, egress },
    {
      dependsOn: Object.entries(roles)
        .filter(([name]) => functions[name]?.set === set)
        .map(([, { network }]) => network),
    },
  );
const port = (number: number, group: aws.ec2.SecurityGroup) => ({
  protocol: "tcp",
  fromPort: number,
  toPort: number,
  securityGroups: [group.id],
});
const groups = {
  data: sharedGroup("data", [port(443, endpointGroup), port(5432, databaseGroup), port(6379, cacheGroup)]),
  assets: sharedGroup("assets", [
    ...[s3, dynamodb].map((endpoint) => ({ ...https, prefixListIds: [endpoint.prefixListId] })),
    port(2049, filesGroup),
  ]),
  partners: sharedGroup("partners", [port(443, endpointGroup), { ...https, cidrBlocks: ["0.0.0.0/0"] }]),
};
const letIn = (name: string, target: aws.ec2.SecurityGroup, from: aws.ec2.SecurityGroup, number: number) =>
  new aws.vpc.SecurityGroupIngressRule(name, {
    securityGroupId: target.id,
    referencedSecurityGroupId: from.id,
    ipProtocol: "tcp",
    fromPort: number,
    toPort: number,
  });
letIn("data-postgres", databaseGroup, groups.data, 5432);
letIn("data-redis", cacheGroup, groups.data, 6379);
letIn("assets-files", filesGroup, groups.assets, 2049);

// The functions, each with what invokes it.
const api = new aws.apigatewayv2.Api("shop", { protocolType: "HTTP" });
new aws.apigatewayv2.Stage("shop", { apiId: api.id, name: "$default", autoDeploy: true });
const code = new pulumi.asset.AssetArchive({
  "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({ statusCode: 200 });"),
});
const variables = { DATABASE: database.address, CACHE: cache.cacheNodes[0].address, PHOTOS: photos.bucket, EVENTS: events.name };

function create([name, { set, route, source, live, settings = {} }]: [string, ShopFunction]): aws.lambda.Function {
  const { logGroup, role, policies } = roles[name];
  const lambda = new aws.lambda.Function(
    name,
    {
      runtime: "nodejs22.x",
      handler: "index.handler",
      code,
      role: role.arn,
      vpcConfig: { subnetIds, securityGroupIds: [groups[set].id] },
      loggingConfig: { logFormat: "Text", logGroup: logGroup.name },
      environment: { variables },
      ...settings,
    },
    { dependsOn: [...policies, ...(settings.fileSystemConfig === undefined ? [] : mountTargets)] },
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
