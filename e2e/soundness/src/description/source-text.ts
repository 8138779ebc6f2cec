import { ABROAD, abroadBy } from "./abroad";
import { adoptedDefaults } from "./adopted-defaults";
import type {
  AttachmentDescription,
  ComponentDescription,
  ConnectorDescription,
  FunctionDescription,
  GroupDescription,
  Ipv6,
  List,
  VpcReference,
  SharedDescription,
  SubnetDescription,
  Version,
} from "./description";
import { type ListTarget, listText } from "./list-text";
import { existingVpc } from "./existing-network";

const PRELUDE = `const { SharedVpcConfig } = require("@lambda-vpc/components");
const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");
const awsx = require("@lambda-vpc/test-stacks/fixtures/awsx/vpc");
const logs = new aws.cloudwatch.LogGroup("logs");
const setting = new aws.ssm.Parameter("setting", { type: "String", value: "on" });
`;

const FUNCTIONS = `
const role = new aws.iam.Role("role", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }) });
const permissions = new aws.iam.RolePolicyAttachment("network", {
  role: role.name,
  policyArn: aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole,
});
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => 1;") });
`;

/** A version as the JavaScript program that a user would write. */
export function sourceText(version: Version): string {
  const { vpcs, subnets, groups, components, shared, functions } = version;
  const remoteShared = shared.some(({ remote }) => remote) ? [REMOTE_SHARED] : [];
  const ownProvider = functions.some((one) => one.ownProvider) ? [`const own = new aws.Provider("own", { region: "us-east-1" });`] : [];
  return [
    PRELUDE,
    ...remoteShared,
    ...(version.dualStack.length > 0 ? [IPV6_RANGE] : []),
    ...(version.abroad.some(({ by }) => by === "provider") ? [`const abroad = new aws.Provider("abroad", { region: "${ABROAD}" });`] : []),
    ...vpcs.map((name, index) => vpcText(version, name, index)),
    ...subnets.map((subnet) => subnetText(version, subnet)),
    ...components.map(componentText),
    ...groups.map((group) => groupText(version, group)),
    ...adoptedDefaults(version).map(
      (vpc) =>
        `const ${vpc}Default = new aws.ec2.DefaultSecurityGroup("${vpc}-default", ${placed(version, { kind: "vpc", name: vpc }, `vpcId: ${vpc}.id`)});`,
    ),
    ...shared.map((one) => sharedText(version, one)),
    FUNCTIONS,
    ...ownProvider,
    ...version.connectors.map((one) => connectorText(version, one)),
    ...functions.map((one) => functionText(version, one)),
    "",
  ].join("\n");
}

const REMOTE_SHARED = `class RemoteSharedVpcConfig extends pulumi.ComponentResource {
  constructor(name, args) {
    super("lambda-vpc:index:SharedVpcConfig", name, { securityGroupIds: undefined, ...args }, {}, true);
    this.vpcConfig = { subnetIds: this.subnetIds, securityGroupIds: this.securityGroupIds };
  }
}
`;

/** A /64 in the /56 of a VPC. AWS writes no zeros at the end of an address. */
const IPV6_RANGE = `const within = (range, digits) => (range.endsWith("00::/56") ? range.replace("00::/56", digits + "::/64") : range.replace("::/56", ":" + digits + "::/64"));`;

/** Arguments and options of a resource in the Region of its place. */
function placed(version: Version, place: VpcReference | undefined, properties: string): string {
  const by = abroadBy(version, place);
  if (by === undefined) return `{ ${properties} }`;
  return by === "provider" ? `{ ${properties} }, { provider: abroad }` : `{ ${properties}, region: "${ABROAD}" }`;
}

function vpcText(version: Version, name: string, index: number): string {
  const ipv6 = version.dualStack.includes(name) ? ", assignGeneratedIpv6CidrBlock: true" : "";
  const properties = `cidrBlock: "10.${index}.0.0/16"${ipv6}`;
  return `const ${name} = new aws.ec2.Vpc("${name}", ${placed(version, { kind: "vpc", name }, properties)});`;
}

function subnetText(version: Version, { name, vpc, octet, public: isPublic }: SubnetDescription): string {
  const { vpcs, dualStack } = version;
  const open = isPublic ? ", mapPublicIpOnLaunch: true" : "";
  const digits = octet.toString(16).padStart(2, "0");
  const ipv6 = dualStack.includes(vpc) ? `, ipv6CidrBlock: ${vpc}.ipv6CidrBlock.apply((range) => within(range, "${digits}"))` : "";
  const properties = `vpcId: ${vpc}.id, cidrBlock: "10.${vpcs.indexOf(vpc)}.${octet}.0/24"${open}${ipv6}`;
  return `const ${name} = new aws.ec2.Subnet("${name}", ${placed(version, { kind: "vpc", name: vpc }, properties)});`;
}

function componentText({ name, remote, privates, publics, isolateds, shape }: ComponentDescription): string {
  const secondOctet = 100 + Number(name.replace(/\D/g, ""));
  return `const ${name} = new awsx.${remote ? "RemoteVpc" : "Vpc"}("${name}", { secondOctet: ${secondOctet}, privates: ${privates}, publics: ${publics}, isolateds: ${isolateds}, shape: "${shape}" });`;
}

function vpcIdText(place: VpcReference): string {
  if (place.kind === "existing") return `"${existingVpc}"`;
  return place.kind === "vpc" ? `${place.name}.id` : `${place.name}.vpcId`;
}

const HTTPS = `protocol: "tcp", fromPort: 443, toPort: 443`;

function groupText(version: Version, { name, place, rules, generation }: GroupDescription): string {
  const egress = rules === "inline" ? `, egress: [{ ${HTTPS}, cidrBlocks: ["0.0.0.0/0"] }]` : "";
  const properties = `vpcId: ${vpcIdText(place)}, description: "generation ${generation}"${egress}`;
  const group = `const ${name} = new aws.ec2.SecurityGroup("${name}", ${placed(version, place, properties)});`;
  switch (rules) {
    case "rule":
      return `${group}\nnew aws.ec2.SecurityGroupRule("${name}-out", ${placed(version, place, `type: "egress", securityGroupId: ${name}.id, ${HTTPS}, cidrBlocks: ["0.0.0.0/0"]`)});`;
    case "egress-rule":
      return `${group}\nnew aws.vpc.SecurityGroupEgressRule("${name}-out", ${placed(version, place, `securityGroupId: ${name}.id, ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0"`)});`;
    default:
      return group;
  }
}

function sharedText(version: Version, { name, remote, place, subnets, groups }: SharedDescription): string {
  const write = (list: List, type: "subnet" | "group"): string => listText(version, list, { type, label: `${name}-${type}` });
  const grouping = groups === undefined ? `vpcId: ${vpcIdText(place)}` : `securityGroupIds: ${write(groups, "group")}`;
  return `const ${name} = new ${remote ? "RemoteSharedVpcConfig" : "SharedVpcConfig"}("${name}", { subnetIds: ${write(subnets, "subnet")}, ${grouping} });`;
}

function connectorText(version: Version, { name, place, subnets, groups }: ConnectorDescription): string {
  const subnetIds = listText(version, subnets, { type: "subnet", label: `${name}-subnet` });
  const securityGroupIds = listText(version, groups, { type: "group", label: `${name}-group` });
  const egress = `{ associatedComputeResourceTypes: ["MicroVm"], subnetIds: ${subnetIds}, securityGroupIds: ${securityGroupIds} }`;
  const properties = `operatorRole: role.arn, configuration: { vpcEgressConfiguration: ${egress} }`;
  return `new aws.lambda.CoreNetworkConnector("${name}", ${placed(version, place, properties)});`;
}

function functionText(version: Version, { name, publish, ownProvider, attachment }: FunctionDescription): string {
  const by = abroadBy(version, attachment?.place);
  const more = [
    ...(by === "property" ? [`region: "${ABROAD}"`] : []),
    ...(publish ? [`publish: true`] : []),
    ...(attachment === undefined ? [] : [`vpcConfig: ${attachmentText(version, name, attachment)}`]),
  ];
  const provider = by === "provider" ? ", provider: abroad" : ownProvider ? ", provider: own" : "";
  const options = `{ dependsOn: permissions${provider} }`;
  const base = `role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code`;
  return `new aws.lambda.Function("${name}", { ${[base, ...more].join(", ")} }, ${options});`;
}

function attachmentText(version: Version, name: string, { subnets, groups, whole, ipv6 }: AttachmentDescription): string {
  const place = (type: "subnet" | "group"): ListTarget => ({ type, label: `${name}-${type}` });
  if (isWholeShared(subnets, groups)) return `${subnets.name}.vpcConfig`;
  const [subnetIds, securityGroupIds] = [listText(version, subnets, place("subnet")), listText(version, groups, place("group"))];
  const flag = ipv6Text(ipv6);
  if (!whole)
    return `{ subnetIds: ${subnetIds}, securityGroupIds: ${securityGroupIds}${flag === undefined ? "" : `, ipv6AllowedForDualStack: ${flag}`} }`;
  const [given, taken] = flag === undefined ? ["", ""] : [`, ${flag}`, ", ipv6AllowedForDualStack"];
  return `pulumi.all([${subnetIds}, ${securityGroupIds}${given}]).apply(([subnetIds, securityGroupIds${taken}]) => ({ subnetIds, securityGroupIds${taken} }))`;
}

function ipv6Text(ipv6: Ipv6): string | undefined {
  if (ipv6 === "none") return undefined;
  return ipv6 === "requested" ? "true" : "logs.arn.apply(() => true)";
}

function isWholeShared(subnets: List, groups: List): subnets is List & { kind: "shared" } {
  return (
    subnets.kind === "shared" && groups.kind === "shared" && subnets.name === groups.name && subnets.more.length + groups.more.length === 0
  );
}
