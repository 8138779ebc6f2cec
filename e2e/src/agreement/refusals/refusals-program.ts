/** How a program writes a list: element by element, with an element twice, as one output, or as an element that an apply picks. */
export type ListForm = "elements" | "repeated" | "whole" | "picked";

/** A list of ids, in the words of a program. */
export interface ListText {
  readonly ids: readonly string[];
  readonly form: ListForm;
}

/** A function that AWS may refuse for its network. */
export interface FunctionDescription {
  readonly name: string;
  readonly subnets: ListText;
  readonly groups: ListText;
  /** Whether it requests IPv6. */
  readonly ipv6: boolean;
  /** Whether a distribution runs it at edge locations. */
  readonly edge: boolean;
}

/** The most subnets and groups of `main` that a description may list. */
export const [MAIN_SUBNETS, MAIN_GROUPS] = [17, 7];

const PRELUDE = `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const role = new aws.iam.Role("functions", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
});
const range = (vpc: number, third: number) => \`10.\${vpc}.\${third}.0/24\`;
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const egress = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];
const groupIn = (name: string, vpcId?: pulumi.Input<string>) => new aws.ec2.SecurityGroup(name, { egress, ...(vpcId === undefined ? {} : { vpcId }) });

const main = new aws.ec2.Vpc("main", { cidrBlock: "10.1.0.0/16" });
const mainSubnets = many(${MAIN_SUBNETS}, (n) => new aws.ec2.Subnet(\`main-\${n}\`, { vpcId: main.id, cidrBlock: range(1, n) }));
const mainGroups = many(${MAIN_GROUPS}, (n) => groupIn(\`main-\${n}\`, main.id));
const old = new aws.ec2.Vpc("old", { cidrBlock: "10.2.0.0/16" });
const oldSubnets = many(2, (n) => new aws.ec2.Subnet(\`old-\${n}\`, { vpcId: old.id, cidrBlock: range(2, n) }));
const oldGroups = many(2, (n) => groupIn(\`old-\${n}\`, old.id));
const shared = groupIn("shared", old.id);
const association = new aws.vpc.SecurityGroupVpcAssociation("shared", { securityGroupId: shared.id, vpcId: main.id });
const dual = new aws.ec2.Vpc("dual", { cidrBlock: "10.3.0.0/16", assignGeneratedIpv6CidrBlock: true });
const dualSubnets = many(2, (n) => {
  const ipv6CidrBlock = dual.ipv6CidrBlock.apply((given) => given.replace(/00::\\/56$/, \`0\${n}::/64\`));
  return new aws.ec2.Subnet(\`dual-\${n}\`, { vpcId: dual.id, cidrBlock: range(3, n), ipv6CidrBlock, assignIpv6AddressOnCreation: true });
});
const dualGroups = many(2, (n) => groupIn(\`dual-\${n}\`, dual.id));
const gotSubnet = aws.ec2.Subnet.get("got", "subnet-0a");
const gotGroup = aws.ec2.SecurityGroup.get("got", "sg-0a");
const newInExisting = groupIn("new-in-existing", "vpc-0a");
const withoutVpc = groupIn("without-vpc");

type Config = aws.types.input.lambda.FunctionVpcConfig;
const lambda = (name: string, vpcConfig: Config) =>
  new aws.lambda.Function(name, { name, role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code, publish: true, vpcConfig }, { dependsOn: association });
const distribution = (name: string, edge: aws.lambda.Function) =>
  new aws.cloudfront.Distribution(name, {
    enabled: true,
    origins: [{ originId: "site", domainName: "site.example.com" }],
    defaultCacheBehavior: {
      targetOriginId: "site",
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: ["GET", "HEAD"],
      cachedMethods: ["GET", "HEAD"],
      lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: edge.qualifiedArn }],
    },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: { cloudfrontDefaultCertificate: true },
  });
`;

/** A program with a function for each description, and with the networks from which they choose. The account has the network of `fixtures/network.json`. */
export function refusalsProgram(functions: readonly FunctionDescription[]): string {
  return [PRELUDE, ...functions.map(functionText)].join("\n");
}

function functionText({ name, subnets, groups, ipv6, edge }: FunctionDescription): string {
  const flag = ipv6 ? ", ipv6AllowedForDualStack: true" : "";
  const made = `lambda("${name}", { subnetIds: ${listText(subnets)}, securityGroupIds: ${listText(groups)}${flag} })`;
  return edge ? `distribution("${name}", ${made});` : `${made};`;
}

function listText({ ids, form }: ListText): string {
  const elements = `[${ids.join(", ")}]`;
  switch (form) {
    case "elements":
      return elements;
    case "repeated":
      return `[${[...ids, ...ids.slice(0, 1)].join(", ")}]`;
    case "whole":
      return `pulumi.all(${elements})`;
    case "picked":
      return `[pulumi.all(${elements}).apply((ids) => ids[0]!)]`;
  }
}
