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

const files = new aws.s3.Bucket("files");
new aws.s3.BucketPublicAccessBlock("files", { bucket: files.id, blockPublicAcls: true, blockPublicPolicy: true });
new aws.s3.BucketPolicy("files", {
  bucket: files.bucket,
  policy: files.arn.apply((arn) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: `${arn}/*`, Condition: { Bool: { "aws:SecureTransport": "false" } } },
      ],
    }),
  ),
});
const thumbnails = inVpc("thumbnails", { HOST: files.bucketRegionalDomainName });
const allowed = new aws.lambda.Permission("files", {
  action: "lambda:InvokeFunction",
  function: thumbnails.arn,
  principal: "s3.amazonaws.com",
  sourceArn: files.arn,
});
new aws.s3.BucketNotification(
  "files",
  { bucket: files.id, lambdaFunctions: [{ lambdaFunctionArn: thumbnails.arn, events: ["s3:ObjectCreated:*"], filterPrefix: "images/" }] },
  { dependsOn: [allowed] },
);

export const bucketName = files.arn.apply((arn) => arn.split(":::")[1].toUpperCase());
