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
const api = new aws.apigatewayv2.Api("shop", { protocolType: "HTTP", corsConfiguration: { allowOrigins: ["*"] } });
const integration = new aws.apigatewayv2.Integration("orders", {
  apiId: api.id,
  integrationType: "AWS_PROXY",
  integrationUri: orders.invokeArn,
  payloadFormatVersion: "2.0",
});
new aws.apigatewayv2.Route("orders", {
  apiId: api.id,
  routeKey: "GET /orders",
  target: pulumi.interpolate`integrations/${integration.id}`,
});
const stage = new aws.apigatewayv2.Stage("live", { apiId: api.id, name: "$default", autoDeploy: true });
new aws.lambda.Permission("api", {
  action: "lambda:InvokeFunction",
  function: orders.name,
  principal: "apigateway.amazonaws.com",
  sourceArn: pulumi.interpolate`${api.executionArn}/*/*`,
});
const url = new aws.lambda.FunctionUrl("orders", { functionName: orders.name, authorizationType: "AWS_IAM" });

export const hosts = pulumi.all([api.apiEndpoint, stage.invokeUrl, url.functionUrl]).apply((all) => all.map((one) => new URL(one).host));
