import { isInside, type Life, type Moment } from "./life";

/** Who writes the program: a user of the components, or somebody who orders the resources of the provider by hand. */
export type Author = "components" | "hand";

/** A VPC with two subnets that is there before and stays. */
export const existingNetwork = {
  vpcs: [{ id: "vpc-0c0ffee0000000001", cidrBlock: "10.0.0.0/16" }],
  subnets: [0, 1].map((index) => ({
    id: `subnet-0a000000000000${index}`,
    vpcId: "vpc-0c0ffee0000000001",
    cidrBlock: `10.0.${index}.0/24`,
    availabilityZone: `us-east-1${"ab"[index] ?? ""}`,
  })),
};

const KEPT = JSON.stringify({ vpcId: existingNetwork.vpcs[0]?.id, subnetIds: existingNetwork.subnets.map(({ id }) => id) });

const PRELUDE = `
const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");
const { FunctionRole, LambdaVpc, Network, SharedVpcConfig, VpcFunction } = require("@lambda-vpc/components");
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => 0;") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };
`;

/** What a program declares at one moment. */
interface Present {
  readonly inside: readonly (readonly [name: string, set: "a" | "b"])[];
  readonly outside: readonly string[];
  readonly sets: readonly ("a" | "b")[];
  readonly network: "own" | "existing" | "none";
}

/** The program at one moment. */
export function lifeProgram(life: Life, moment: Moment, author: Author): string {
  const inside = moment.flatMap((place, index) => (isInside(place) ? [[`f${index}`, place] as const] : []));
  // A description has no functions outside of its network, so such a function is another one.
  const outside = moment.flatMap((place, index) => (place === "outside" ? [`f${index}${life.together ? "_outside" : ""}`] : []));
  const hasNetwork = inside.length > 0 || (life.ownNetwork && life.keepsNetwork);
  const network = !hasNetwork ? "none" : life.ownNetwork ? "own" : "existing";
  const present: Present = { inside, outside, sets: [...new Set(inside.map(([, set]) => set))], network };
  const text = author === "hand" ? byHand : life.together ? together : separately;
  return `${PRELUDE}${text(present)}`;
}

function together({ inside, outside, sets, network }: Present): string {
  const functions = inside.map(([name, set]) => `${name}: { ...settings, set: "${set}" }`);
  const described =
    network === "own"
      ? `existingNetwork: new Network("main", { cidrBlock: "10.1.0.0/16", zones: ["us-east-1a", "us-east-1b"] })`
      : `network: ${KEPT}`;
  return [
    ...(network === "none"
      ? []
      : [
          `new LambdaVpc("shop", { ${described}, sets: { ${sets.map((set) => `${set}: {}`).join(", ")} }, functions: { ${functions.join(", ")} } });`,
        ]),
    ...outside.flatMap((name) => [
      `const ${name} = new FunctionRole("${name}", {});`,
      `new aws.lambda.Function("${name}", { ...settings, role: ${name}.roleArn }, { dependsOn: ${name} });`,
    ]),
  ].join("\n");
}

/** A function that leaves the VPC keeps its role. */
function separately({ inside, outside, sets, network }: Present): string {
  const own = `const main = new Network("main", { cidrBlock: "10.1.0.0/16", zones: ["us-east-1a", "us-east-1b"] });`;
  return [
    network === "own" ? own : `const main = ${KEPT};`,
    ...[...inside.map(([name]) => name), ...outside].map((name) => `const ${name} = new FunctionRole("${name}", {});`),
    ...sets.map((set) => {
      const roles = inside.flatMap(([name, its]) => (its === set ? [name] : []));
      return `const ${set} = new SharedVpcConfig("${set}", { vpcId: main.vpcId, subnetIds: main.subnetIds, roles: [${roles.join(", ")}] });`;
    }),
    ...inside.map(([name, set]) => `new VpcFunction("${name}", { ...settings, vpcConfig: ${set}, executionRole: ${name} });`),
    ...outside.map((name) => {
      const aliases = `aliases: [{ parent: pulumi.createUrn("${name}", VpcFunction.type) }]`;
      return `new aws.lambda.Function("${name}", { ...settings, role: ${name}.roleArn }, { dependsOn: ${name}, ${aliases} });`;
    }),
  ].join("\n");
}

/** The provider's resources, each depending on what must outlive it. */
function byHand({ inside, outside, sets, network }: Present): string {
  const own = `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.1.0.0/16" });
const subnetIds = ["a", "b"].map((zone, index) => new aws.ec2.Subnet(zone, { vpcId: vpc.id, cidrBlock: "10.1." + index + ".0/24", availabilityZone: "us-east-1" + zone }).id);
const main = { vpcId: vpc.id, subnetIds };`;
  const role = (name: string): string => `
const role_${name} = new aws.iam.Role("${name}", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }) });
const ${name} = new aws.iam.RolePolicyAttachment("${name}", { role: role_${name}.name, policyArn: aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole });`;
  return [
    network === "own" ? own : `const main = ${KEPT};`,
    ...[...inside.map(([name]) => name), ...outside].map(role),
    ...sets.map((set) => {
      const needed = inside.flatMap(([name, its]) => (its === set ? [name] : []));
      return `const ${set} = new aws.ec2.SecurityGroup("${set}", { vpcId: main.vpcId }, { dependsOn: [${needed.join(", ")}] });`;
    }),
    ...inside.map(([name, set]) => {
      const vpcConfig = `vpcConfig: { subnetIds: main.subnetIds, securityGroupIds: [${set}.id] }`;
      return `new aws.lambda.Function("${name}", { ...settings, role: role_${name}.arn, ${vpcConfig} }, { dependsOn: ${name} });`;
    }),
    ...outside.map((name) => `new aws.lambda.Function("${name}", { ...settings, role: role_${name}.arn }, { dependsOn: ${name} });`),
  ].join("\n");
}
