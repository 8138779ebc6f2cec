import { adoptedDefaults } from "../../description/adopted-defaults";
import type {
  AttachmentDescription,
  ConnectorDescription,
  FunctionDescription,
  GroupDescription,
  SharedDescription,
  SubnetDescription,
  Version,
  VpcReference,
} from "../../description/description";
import { existingVpc } from "../../description/existing-network";
import { ABROAD } from "../../description/abroad";
import { declareResource } from "./native-declaration";
import { placed } from "./placed";
import { declareComponent } from "./component";
import type { ModelledEngine, Resource } from "../engine";
import { all, type Eventual, type Input } from "../eventual";
import { ModelledLists } from "./lists";
import { sharedVpcConfig, type SharedLists } from "./shared-vpc-config";
import type { Handles, SomeVpc } from "./handles";

const HTTPS = { protocol: "tcp", fromPort: 443, toPort: 443 } as const;

const ASSUME_ROLE = JSON.stringify({
  Statement: [{ Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Sid: "AllowAssumeRole" }],
  Version: "2012-10-17",
});

/** Runs the program of a version on an engine, as its source would (description/source-text.ts). */
export function runProgram(version: Version, engine: ModelledEngine): void {
  const make = (type: string, name: string, inputs: Readonly<Record<string, Input>>) => engine.resource({ type, name, inputs });
  const logs = make("aws:cloudwatch/logGroup:LogGroup", "logs", {});
  const setting = make("aws:ssm/parameter:Parameter", "setting", { type: "String", value: "on" });
  const abroad = version.abroad.some(({ by }) => by === "provider") ? { abroad: engine.provider("abroad", ABROAD) } : {};
  const handles: Handles = {
    vpcs: new Map(),
    subnets: new Map(),
    groups: new Map(),
    adopted: new Map(),
    shared: new Map(),
    logs,
    setting,
    ...abroad,
  };
  const at = (place: VpcReference | undefined, type: string, name: string, inputs: Readonly<Record<string, Input>>) =>
    declareResource(version, engine, placed(version, handles, place, { type, name, inputs }));

  version.vpcs.forEach((name, index) => {
    const ipv6 = version.dualStack.includes(name) ? { assignGeneratedIpv6CidrBlock: true } : {};
    const vpc = at({ kind: "vpc", name }, "aws:ec2/vpc:Vpc", name, { cidrBlock: `10.${index}.0.0/16`, ...ipv6 });
    handles.vpcs.set(name, {
      id: vpc.id,
      defaultGroup: vpc.output("defaultSecurityGroupId"),
      ...(version.dualStack.includes(name) ? { ipv6Range: vpc.output("ipv6CidrBlock") } : {}),
    });
  });
  for (const subnet of version.subnets) handles.subnets.set(subnet.name, declareSubnet(at, handles, version, subnet));
  for (const component of version.components) handles.vpcs.set(component.name, declareComponent(engine, component));
  for (const group of version.groups) handles.groups.set(group.name, declareGroup(at, handles, group));
  for (const vpc of adoptedDefaults(version))
    handles.adopted.set(
      vpc,
      at({ kind: "vpc", name: vpc }, "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", `${vpc}-default`, {
        vpcId: vpcOf(handles, vpc).id,
      }).id,
    );
  const lists = new ModelledLists(version, engine, handles);
  for (const shared of version.shared) handles.shared.set(shared.name, declareShared(engine, handles, lists, shared));

  const role = make("aws:iam/role:Role", "role", { assumeRolePolicy: ASSUME_ROLE });
  const permissions = make("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "network", {
    role: role.output("name"),
    policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
  });
  const own = version.functions.some(({ ownProvider }) => ownProvider) ? engine.provider("own") : undefined;
  for (const one of version.connectors) declareConnector(one);
  for (const one of version.functions) declareFunction(one);

  function declareConnector({ name, place, subnets, groups }: ConnectorDescription): void {
    const vpcEgressConfiguration: Readonly<Record<string, Input>> = {
      associatedComputeResourceTypes: ["MicroVm"],
      subnetIds: lists.of(subnets, { type: "subnet", label: `${name}-subnet` }),
      securityGroupIds: lists.of(groups, { type: "group", label: `${name}-group` }),
    };
    at(place, "aws:lambda/coreNetworkConnector:CoreNetworkConnector", name, {
      operatorRole: role.output("arn"),
      configuration: { vpcEgressConfiguration },
    });
  }

  function declareFunction({ name, publish, ownProvider, attachment }: FunctionDescription): void {
    const declaration = placed(version, handles, attachment?.place, {
      type: "aws:lambda/function:Function",
      name,
      inputs: {
        role: role.output("arn"),
        runtime: "nodejs22.x",
        handler: "index.handler",
        code: { __pulumiArchive: true, assets: {} },
        ...(publish ? { publish } : {}),
        ...(attachment === undefined ? {} : { vpcConfig: vpcConfigOf(lists, name, attachment, logs) }),
      },
      dependsOn: [permissions.urn],
      ...(ownProvider && own !== undefined ? { provider: own } : {}),
    });
    declareResource(version, engine, declaration);
  }
}

/** Declares a resource in the Region of its place. */
type DeclareAt = (place: VpcReference, type: string, name: string, inputs: Readonly<Record<string, Input>>) => Resource;

function declareSubnet(at: DeclareAt, handles: Handles, { vpcs }: Version, subnet: SubnetDescription): Eventual {
  const { name, vpc, octet, public: isPublic } = subnet;
  const { ipv6Range } = vpcOf(handles, vpc);
  return at({ kind: "vpc", name: vpc }, "aws:ec2/subnet:Subnet", name, {
    vpcId: vpcOf(handles, vpc).id,
    cidrBlock: `10.${vpcs.indexOf(vpc)}.${octet}.0/24`,
    ...(isPublic ? { mapPublicIpOnLaunch: true } : {}),
    ...(ipv6Range === undefined ? {} : { ipv6CidrBlock: ipv6Range.apply((range) => within(String(range), octet)) }),
  }).id;
}

/** A /64 in the /56 of a VPC. */
function within(range: string, octet: number): string {
  return range.replace("00::/56", `${octet.toString(16).padStart(2, "0")}::/64`);
}

function declareGroup(at: DeclareAt, handles: Handles, { name, place, rules, generation }: GroupDescription): Eventual {
  const egress = rules === "inline" ? { egress: [{ ...HTTPS, cidrBlocks: ["0.0.0.0/0"] }] } : {};
  const inputs = { vpcId: vpcIdOf(handles, place), description: `generation ${generation}`, ...egress };
  const { id } = at(place, "aws:ec2/securityGroup:SecurityGroup", name, inputs);
  if (rules === "rule")
    at(place, "aws:ec2/securityGroupRule:SecurityGroupRule", `${name}-out`, {
      type: "egress",
      securityGroupId: id,
      ...HTTPS,
      cidrBlocks: ["0.0.0.0/0"],
    });
  if (rules === "egress-rule")
    at(place, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", `${name}-out`, {
      securityGroupId: id,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
    });
  return id;
}

function declareShared(engine: ModelledEngine, handles: Handles, lists: ModelledLists, shared: SharedDescription): SharedLists {
  const { name, remote, place, subnets, groups } = shared;
  const subnetIds = lists.of(subnets, { type: "subnet", label: `${name}-subnet` });
  if (groups === undefined) return sharedVpcConfig(engine, { name, remote, subnetIds, vpcId: vpcIdOf(handles, place) });
  return sharedVpcConfig(engine, {
    name,
    remote,
    subnetIds,
    securityGroupIds: lists.of(groups, { type: "group", label: `${name}-group` }),
  });
}

function vpcConfigOf(lists: ModelledLists, name: string, { subnets, groups, whole, ipv6 }: AttachmentDescription, logs: Resource): Input {
  // The whole of a shared configuration is passed on as it is.
  const isOneApply = whole && !(isSharedAlone(subnets) && isSharedAlone(groups) && subnets.name === groups.name);
  const when = isOneApply ? "at once" : "late";
  const flag: Input = ipv6 === "requested" ? true : logs.output("arn").apply(() => true);
  const vpcConfig: Readonly<Record<string, Input>> = {
    subnetIds: lists.of(subnets, { type: "subnet", label: `${name}-subnet` }, when),
    securityGroupIds: lists.of(groups, { type: "group", label: `${name}-group` }, when),
    ...(ipv6 === "none" ? {} : { ipv6AllowedForDualStack: flag }),
  };
  return isOneApply ? all(vpcConfig) : vpcConfig;
}

function isSharedAlone(list: AttachmentDescription["subnets"]): list is AttachmentDescription["subnets"] & { kind: "shared" } {
  return list.kind === "shared" && list.more.length === 0;
}

function vpcIdOf(handles: Handles, place: VpcReference): Input {
  return place.kind === "existing" ? existingVpc : vpcOf(handles, place.name).id;
}

function vpcOf({ vpcs }: Handles, name: string): SomeVpc {
  const vpc = vpcs.get(name);
  if (vpc === undefined) throw new Error(`the program has no VPC ${name}`);
  return vpc;
}
