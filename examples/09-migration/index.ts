import { type ReachArgs, SharedVpcConfig } from "@lambda-vpc/components";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** How far the migration is: "before", "move" or "clean". In your program each is a commit. */
const step = new pulumi.Config().require("step");

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnetIds = ["a", "b"].map(
  (zone, index) =>
    new aws.ec2.Subnet(`private-${zone}`, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` }).id,
);
// The network team shares a transit gateway, which leads to the internet.
new aws.ec2.Route("internet", {
  routeTableId: vpc.mainRouteTableId,
  destinationCidrBlock: "0.0.0.0/0",
  transitGatewayId: "tgw-0c0ffee0000000001",
});
const database = new aws.ec2.SecurityGroup("database", { vpcId: vpc.id });

const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
});
const permissions = new aws.iam.RolePolicyAttachment("network", {
  role: role.name,
  policyArn: aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole,
});
const code = new pulumi.asset.AssetArchive({
  "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({ statusCode: 200 });"),
});

interface FunctionSet {
  readonly name: string;
  readonly functions: readonly string[];
  /** What the functions' own groups let out. */
  readonly egress: aws.types.input.ec2.SecurityGroupEgress[];
  /** The same, for the group that they share. */
  readonly reach: Record<string, ReachArgs>;
}

const sets: readonly FunctionSet[] = [
  {
    name: "database-clients",
    functions: ["orders", "users", "stock", "reports"],
    egress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [database.id] }],
    reach: { database: { port: 5432, securityGroupId: database.id } },
  },
  {
    name: "internet-clients",
    functions: ["payments", "emails", "search", "shipping"],
    egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
    reach: { internet: { port: 443, cidr: "0.0.0.0/0" } },
  },
];

for (const { name: set, functions, egress, reach } of sets) {
  const shared = step === "before" ? undefined : new SharedVpcConfig(set, { vpcId: vpc.id, subnetIds, reach }, { dependsOn: permissions });
  for (const name of functions) {
    // While functions move, their own groups stay: the ENIs that they leave need them. Each group waits until Lambda has deleted its ENIs.
    const own = step === "clean" ? [] : [new aws.ec2.SecurityGroup(name, { vpcId: vpc.id, egress }, { dependsOn: permissions }).id];
    new aws.lambda.Function(name, {
      role: role.arn,
      runtime: "nodejs22.x",
      handler: "index.handler",
      code,
      vpcConfig: shared?.vpcConfig ?? { subnetIds, securityGroupIds: own },
    });
  }
}
