/** What takes addresses in one zone's subnet. */
export interface ZoneDescription {
  /** Security-group sets; the first so many of the program have a function here. */
  readonly sets: number;
  readonly mountTarget: boolean;
  readonly interfaceEndpoint: boolean;
  readonly natGateway: boolean;
  readonly networkLoadBalancer: boolean;
  /** Network interfaces of one address each. */
  readonly networkInterfaces: number;
}

/** A stack with a subnet a zone, and what takes addresses of it. */
export interface SizingDescription {
  readonly prefixLength: number;
  readonly zones: readonly ZoneDescription[];
  /** So many functions of the first sets have a twin of the same set, which takes no address. */
  readonly twins: number;
}

/** Addresses that a zone's subnet must give: counted here once more, apart from the model. */
export function addressesIn({ sets, ...others }: ZoneDescription): number {
  return sets + addressesOfOthers(others);
}

/** The same without the functions. */
export function addressesOfOthers(others: Omit<ZoneDescription, "sets">): number {
  const { mountTarget, interfaceEndpoint, natGateway, networkLoadBalancer, networkInterfaces } = others;
  return [mountTarget, interfaceEndpoint, natGateway, networkLoadBalancer].filter(Boolean).length + networkInterfaces;
}

/** The subnet of a zone, as programs and findings call it. */
export function subnetName(zone: number): string {
  return `private-${"abc"[zone] ?? ""}`;
}

/** A description as the program that a user would write. */
export function sizingProgram({ prefixLength, zones, twins }: SizingDescription): string {
  const sets = Math.max(...zones.map((zone) => zone.sets));
  const zonesOf = (set: number): readonly number[] => zones.flatMap((zone, index) => (set < zone.sets ? [index] : []));
  const functions = Array.from({ length: sets }, (_, set) => `attach("set-${set}", ${set}, [${zonesOf(set).join(", ")}]);`);
  const repeated = Array.from(
    { length: Math.min(twins, sets) },
    (_, set) => `attach("twin-${set}", ${set}, [${zonesOf(set).join(", ")}]);`,
  );
  return `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const subnets = [${zones.map((_, zone) => JSON.stringify(subnetName(zone))).join(", ")}].map(
  (name, index) =>
    new aws.ec2.Subnet(name, { vpcId: vpc.id, cidrBlock: \`10.0.\${index}.0/${prefixLength}\`, availabilityZone: \`us-east-1\${"abc"[index]}\` }),
);
const at = (zone: number): pulumi.Output<string> => subnets[zone]!.id;

const role = new aws.iam.Role("functions", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }) });
const permissions = new aws.iam.RolePolicyAttachment("network", {
  role: role.name,
  policyArn: aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole,
});
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const groups = Array.from({ length: ${sets} }, (_, set) => new aws.ec2.SecurityGroup(\`set-\${set}\`, { vpcId: vpc.id }));
const attach = (name: string, set: number, zones: number[]) =>
  new aws.lambda.Function(
    name,
    { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig: { subnetIds: zones.map(at), securityGroupIds: [groups[set]!.id] } },
    { dependsOn: permissions },
  );

${[...functions, ...repeated].join("\n")}
${consumersText(zones)}
`;
}

function consumersText(zones: readonly ZoneDescription[]): string {
  const zonesWith = (has: (zone: ZoneDescription) => boolean): readonly number[] =>
    zones.flatMap((zone, index) => (has(zone) ? [index] : []));
  const perZone = (has: (zone: ZoneDescription) => boolean, text: (zone: number) => string): readonly string[] => zonesWith(has).map(text);
  const forAll = (has: (zone: ZoneDescription) => boolean, text: (ids: string) => string): readonly string[] => {
    const ids = zonesWith(has).map((zone) => `at(${zone})`);
    return ids.length === 0 ? [] : [text(`[${ids.join(", ")}]`)];
  };
  return [
    ...forAll(
      ({ mountTarget }) => mountTarget,
      () => `const files = new aws.efs.FileSystem("files");`,
    ),
    ...perZone(
      ({ mountTarget }) => mountTarget,
      (zone) => `new aws.efs.MountTarget("files-${zone}", { fileSystemId: files.id, subnetId: at(${zone}) });`,
    ),
    ...forAll(
      ({ interfaceEndpoint }) => interfaceEndpoint,
      (subnetIds) =>
        `new aws.ec2.VpcEndpoint("secrets", { vpcId: vpc.id, vpcEndpointType: "Interface", serviceName: "com.amazonaws.us-east-1.secretsmanager", subnetIds: ${subnetIds} });`,
    ),
    ...perZone(
      ({ natGateway }) => natGateway,
      (zone) => `new aws.ec2.NatGateway("nat-${zone}", { connectivityType: "private", subnetId: at(${zone}) });`,
    ),
    ...forAll(
      ({ networkLoadBalancer }) => networkLoadBalancer,
      (subnets) => `new aws.lb.LoadBalancer("edge", { loadBalancerType: "network", internal: true, subnets: ${subnets} });`,
    ),
    ...zones.flatMap(({ networkInterfaces }, zone) =>
      Array.from(
        { length: networkInterfaces },
        (_, index) => `new aws.ec2.NetworkInterface("interface-${zone}-${index}", { subnetId: at(${zone}) });`,
      ),
    ),
  ].join("\n");
}
