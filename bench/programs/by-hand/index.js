const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");

const policyDocument = (...statements) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** A component that creates nothing. Its children name it as their parent. */
class Group extends pulumi.ComponentResource {
  constructor(kind, name) {
    super(`shop:index:${kind}`, name);
  }
}

const around = { parent: new Group("Network", "main") };
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, enableDnsSupport: true }, around);
const subnetIds = ["a", "b"].map((zone, index) => {
  const subnet = new aws.ec2.Subnet(
    zone,
    { vpcId: vpc.id, cidrBlock: `10.0.${index * 32}.0/24`, availabilityZone: `us-east-1${zone}` },
    around,
  );
  const table = new aws.ec2.RouteTable(zone, { vpcId: vpc.id }, around);
  new aws.ec2.RouteTableAssociation(zone, { subnetId: subnet.id, routeTableId: table.id }, around);
  return subnet.id;
});
const egress = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"], description: "https" }];
const group = new aws.ec2.SecurityGroup(
  "shared",
  { vpcId: vpc.id, description: "Shared by functions", egress },
  { parent: new Group("Shared", "shared") },
);
const vpcConfig = { subnetIds, securityGroupIds: [group.id] };
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });

const trust = policyDocument({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } });
const interfaceActions = [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DeleteNetworkInterface",
  "ec2:AssignPrivateIpAddresses",
  "ec2:UnassignPrivateIpAddresses",
];
const ofCode = { ArnLike: { "lambda:SourceFunctionArn": ["arn:*:lambda:*:*:function:*"] } };
const network = policyDocument(
  { Effect: "Allow", Action: interfaceActions, Resource: "*" },
  { Effect: "Deny", Action: [...interfaceActions, "ec2:DetachNetworkInterface"], Resource: "*", Condition: ofCode },
);

for (let n = 0; n < Number(process.env.FUNCTIONS); n++) {
  const name = `function-${n}`;
  const parent = new Group("Function", name);
  const logGroup = new aws.cloudwatch.LogGroup(name, { namePrefix: `/aws/lambda/${name}-`, retentionInDays: 30 }, { parent });
  const role = new aws.iam.Role(name, { assumeRolePolicy: trust, description: `Execution role of ${name}` }, { parent });
  const forNetwork = new aws.iam.RolePolicy(`${name}-network`, { role: role.name, policy: network }, { parent });
  const policy = logGroup.arn.apply((arn) =>
    policyDocument({ Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: `${arn}:*` }),
  );
  const forLog = new aws.iam.RolePolicy(`${name}-log`, { role: role.name, policy }, { parent });
  const settings = { runtime: "nodejs22.x", handler: "index.handler", code, loggingConfig: { logFormat: "Text", logGroup: logGroup.name } };
  new aws.lambda.Function(name, { ...settings, role: role.arn, vpcConfig }, { parent, dependsOn: [forNetwork, forLog] });
}
