import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code } as const;
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }];

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = ["a", "b"].map(
  (zone, i) => new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24`, availabilityZone: `us-east-1${zone}` }),
);

const group = new aws.ec2.SecurityGroup("functions", { vpcId: vpc.id, egress });
const vpcConfig = { subnetIds: subnets.map((subnet) => subnet.id), securityGroupIds: [group.id] };
const [rewrite, authorize] = ["rewrite", "authorize"].map(
  (name) =>
    new aws.lambda.Function(name, { ...settings, role: role.arn, publish: true, vpcConfig: name === "authorize" ? vpcConfig : undefined }),
);
const behavior = {
  targetOriginId: "site",
  viewerProtocolPolicy: "redirect-to-https",
  allowedMethods: ["GET", "HEAD"],
  cachedMethods: ["GET", "HEAD"],
};
const running = (edge?: aws.lambda.Function) => (edge === undefined ? [] : [{ eventType: "viewer-request", lambdaArn: edge.qualifiedArn }]);
new aws.cloudfront.Distribution("site", {
  enabled: true,
  origins: [{ originId: "site", domainName: "site.example.com" }],
  restrictions: { geoRestriction: { restrictionType: "none" } },
  viewerCertificate: { cloudfrontDefaultCertificate: true },
  defaultCacheBehavior: { ...behavior, lambdaFunctionAssociations: running(rewrite) },
  orderedCacheBehaviors: [
    { ...behavior, pathPattern: "/orders/*", lambdaFunctionAssociations: running(authorize) },
    { ...behavior, pathPattern: "/users/*", lambdaFunctionAssociations: running(authorize) },
  ],
});
