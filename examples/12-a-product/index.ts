import {
  FunctionFileSystem,
  FunctionRole,
  grantConsume,
  grantRead,
  grantReadWrite,
  grantSend,
  grantWrite,
  GrantedAccess,
  GrantedResource,
  type GrantArgs,
  Nat,
  Network,
  serviceReach,
  SharedVpcConfig,
  VersionTrimmer,
  VpcFunction,
} from "@lambda-vpc/components";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// Each environment is a stack.
const environments = {
  dev: { range: "10.0", zones: ["us-east-1a", "us-east-1b"], nat: { nat: Nat.One, natZone: "us-east-1a" }, databaseClass: "db.t4g.micro" },
  prod: { range: "10.1", zones: ["us-east-1a", "us-east-1b"], nat: { nat: Nat.OnePerZone }, databaseClass: "db.m7g.large" },
};
const { range, zones, nat, databaseClass } = environments[pulumi.getStack() as keyof typeof environments];

// The network, and subnets for the data in a part of its range that functions never use.
const dataRange = (zone: string) => `${range}.255.${(zone.charCodeAt(zone.length - 1) - "a".charCodeAt(0)) * 16}/28`;
const network = new Network("shop", {
  cidrBlock: `${range}.0.0/16`,
  zones,
  takenCidrBlocks: [`${range}.255.0/24`],
  capacity: { functions: 40, sets: 3 },
  ...nat,
  gatewayEndpoints: ["s3", "dynamodb"],
  interfaceEndpoints: ["secretsmanager", "sqs"],
});
const { vpcId, subnetIds, firstSubnetIds } = network;
const dataSubnetIds = zones.map(
  (availabilityZone) =>
    new aws.ec2.Subnet(`data-${availabilityZone.at(-1)}`, { vpcId, availabilityZone, cidrBlock: dataRange(availabilityZone) }).id,
);

// The data.
const databaseGroup = new aws.ec2.SecurityGroup("database", { vpcId, description: "The database" });
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
const cacheGroup = new aws.ec2.SecurityGroup("cache", { vpcId, description: "The cache" });
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
const files = new FunctionFileSystem("reports", { vpcId, subnetIds: firstSubnetIds });

interface ShopFunction {
  readonly set: "data" | "assets" | "partners";
  /** The route of the HTTP API. */
  readonly route?: string;
  readonly grants?: GrantArgs[];
  /** The queue or stream that invokes it. */
  readonly source?: pulumi.Output<string>;
  readonly settings?: Partial<ConstructorParameters<typeof VpcFunction>[1]>;
}

const password = { resource: GrantedResource.Secret, access: GrantedAccess.Read, arn: database.masterUserSecrets[0].secretArn };
const data: ShopFunction = { set: "data", grants: [password] };
const trimmer = new VersionTrimmer("trimmer", {});
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
  checkout: {
    set: "data",
    route: "POST /orders",
    grants: [password, grantSend(placed)],
    settings: { publish: true, alias: { name: "live" }, trimming: { trimmer, keep: 2 } },
  },
  "process-order": { set: "data", source: placed.arn, grants: [password, grantConsume(placed), grantSend(paid)] },
  "send-receipt": { set: "data", source: paid.arn, grants: [grantConsume(paid)] },
  "list-photos": { set: "assets", route: "GET /photos", grants: [grantRead(photos, { prefix: "small/" })] },
  "upload-photo": { set: "assets", route: "POST /photos", grants: [grantWrite(photos, { prefix: "large/" })] },
  "resize-photo": { set: "assets", grants: [grantReadWrite(photos)] },
  "record-event": { set: "assets", route: "POST /events", grants: [grantWrite(events)] },
  "archive-event": { set: "assets", source: events.streamArn, grants: [grantConsume(events), grantWrite(photos, { prefix: "events/" })] },
  "export-report": {
    set: "assets",
    grants: [grantRead(events), grantReadWrite(files)],
    settings: { fileSystemConfig: files.fileSystemConfig },
  },
  "charge-card": { set: "partners", route: "POST /payments", grants: [grantSend(paid)] },
  "refund-card": { set: "partners", route: "DELETE /payments/{id}" },
  "book-parcel": { set: "partners", grants: [grantSend(failed)], settings: { deadLetterConfig: { targetArn: failed.arn } } },
  "track-parcel": { set: "partners", route: "GET /parcels/{id}" },
};

// What functions reach: three sets, however many functions. Each group waits for the roles of its functions.
const services = serviceReach(network, "secretsmanager", "sqs");
const roles = new Map(Object.keys(functions).map((name) => [name, new FunctionRole(name, {})]));
const shared = (set: ShopFunction["set"], reach: ConstructorParameters<typeof SharedVpcConfig>[1]["reach"]) =>
  new SharedVpcConfig(set, {
    vpcId,
    subnetIds,
    reach,
    roles: [...roles].flatMap(([name, role]) => (functions[name]?.set === set ? [role] : [])),
  });
const sets = {
  data: shared("data", {
    ...services,
    postgres: { port: 5432, securityGroupId: databaseGroup.id, openTarget: true },
    redis: { port: 6379, securityGroupId: cacheGroup.id, openTarget: true },
  }),
  assets: shared("assets", { ...serviceReach(network, "s3", "dynamodb"), files: files.reach }),
  partners: shared("partners", { ...services, https: { port: 443, cidr: "0.0.0.0/0" } }),
};

// The functions, each with a role, a log group and what invokes it.
const api = new aws.apigatewayv2.Api("shop", { protocolType: "HTTP" });
new aws.apigatewayv2.Stage("shop", { apiId: api.id, name: "$default", autoDeploy: true });
const code = new pulumi.asset.AssetArchive({
  "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({ statusCode: 200 });"),
});
const variables = { DATABASE: database.address, CACHE: cache.cacheNodes[0].address, PHOTOS: photos.bucket, EVENTS: events.name };

function create([name, { set, route, grants, source, settings }]: [string, ShopFunction]): [string, VpcFunction] {
  const common = {
    runtime: "nodejs22.x",
    handler: "index.handler",
    code,
    vpcConfig: sets[set],
    executionRole: roles.get(name),
    environment: { variables },
  };
  const created = new VpcFunction(name, { ...common, ...(grants === undefined ? {} : { grants }), ...settings });
  const functionName = created.aliasArn ?? created.functionName;
  if (source !== undefined) {
    const startingPosition = name === "archive-event" ? { startingPosition: "LATEST" } : {};
    new aws.lambda.EventSourceMapping(name, { functionName, eventSourceArn: source, ...startingPosition });
  }
  if (route !== undefined) {
    const integrationUri = created.aliasInvokeArn ?? created.invokeArn;
    const integration = new aws.apigatewayv2.Integration(name, {
      apiId: api.id,
      integrationType: "AWS_PROXY",
      integrationUri,
      payloadFormatVersion: "2.0",
    });
    new aws.apigatewayv2.Route(name, { apiId: api.id, routeKey: route, target: pulumi.interpolate`integrations/${integration.id}` });
    const sourceArn = pulumi.interpolate`${api.executionArn}/*`;
    new aws.lambda.Permission(name, {
      function: functionName,
      action: "lambda:InvokeFunction",
      principal: "apigateway.amazonaws.com",
      sourceArn,
    });
  }
  return [name, created];
}

const created = Object.fromEntries(Object.entries(functions).map(create));
photos.onObjectCreated("resize-photo", created["resize-photo"].lambda, { filterPrefix: "large/" });
aws.cloudwatch.onSchedule("export-report", "rate(1 day)", created["export-report"].lambda);

export const { plan } = network;
export const url = api.apiEndpoint;
