import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }),
);
const subnetIds = subnets.map(({ id }) => id);
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];
const group = new aws.ec2.SecurityGroup("functions", { vpcId: vpc.id, egress });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const inVpc = (name: string, variables: Record<string, pulumi.Input<string>> = {}) =>
  new aws.lambda.Function(name, {
    runtime: "nodejs22.x",
    handler: "index.handler",
    code,
    role: role.arn,
    environment: { variables },
    vpcConfig: { subnetIds, securityGroupIds: [group.id] },
  });

const orders = inVpc("orders");
const api = new aws.apigateway.RestApi("shop", { description: "The shop" });
const resource = new aws.apigateway.Resource("orders", { restApi: api.id, parentId: api.rootResourceId, pathPart: "orders" });
const method = new aws.apigateway.Method("get-orders", {
  restApi: api.id,
  resourceId: resource.id,
  httpMethod: "GET",
  authorization: "NONE",
});
const integration = new aws.apigateway.Integration("orders", {
  restApi: api.id,
  resourceId: resource.id,
  httpMethod: method.httpMethod,
  integrationHttpMethod: "POST",
  type: "AWS_PROXY",
  uri: orders.invokeArn,
});
const deployment = new aws.apigateway.Deployment("shop", { restApi: api.id }, { dependsOn: [integration] });
const stage = new aws.apigateway.Stage("live", { restApi: api.id, deployment: deployment.id, stageName: "live" });
const zone = new aws.route53.Zone("shop", { name: "shop.example.com" });
const certificate = new aws.acm.Certificate("shop", { domainName: "shop.example.com", validationMethod: "DNS" });
const validation = new aws.route53.Record("validation", {
  zoneId: zone.zoneId,
  name: certificate.domainValidationOptions[0].resourceRecordName,
  type: certificate.domainValidationOptions[0].resourceRecordType,
  records: [certificate.domainValidationOptions[0].resourceRecordValue],
  ttl: 60,
});
new aws.acm.CertificateValidation("shop", { certificateArn: certificate.arn, validationRecordFqdns: [validation.fqdn] });

export const path = stage.invokeUrl.apply((url) => new URL(url).pathname);
export const nameServers = zone.nameServers.apply((servers) => servers.map((server) => server.toLowerCase()));
