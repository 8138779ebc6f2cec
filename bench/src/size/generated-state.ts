/** The size of a generated stack. */
export interface StackSize {
  readonly functions: number;
  /** Different security-group sets, each of one group. At most one a function. */
  readonly sets: number;
}

const ACCOUNT = "123456789012";
const REGION = "eu-west-1";
const ZONES = ["a", "b", "c"] as const;
const VPC_ID = "vpc-00000000000000001";
const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/functions`;
const PROVIDER = `${urnOf("pulumi:providers:aws", "default_7_48_0")}::0b9f5b0e-4a57-4d3c-9a67-3a6a1f0f8f10`;

/** A part of a state file of a deployed stack. */
type Json = Readonly<Record<string, unknown>>;

/**
 * A state file of a deployed stack, in parts, so that it may be longer than a string can be. A function has the inputs and outputs that the AWS provider gives it.
 * Function `n` uses set `n` modulo the number of sets. Without white space it takes 3.5 kB, and twice as much as `pulumi stack export` indents it.
 */
export function* generatedState(size: StackSize, indented = false): Generator<string> {
  yield '{"version": 3, "deployment": {"manifest": {"time": "2026-11-30T12:00:00Z", "version": "v3.259.0"}, "resources": [\n';
  let separator = "";
  for (const resource of resources(size)) {
    yield separator + (indented ? JSON.stringify(resource, null, 4).replaceAll("\n", "\n            ") : JSON.stringify(resource));
    separator = ",\n";
  }
  yield '], "metadata": {}}}\n';
}

function* resources({ functions, sets }: StackSize): Generator<Json> {
  yield { urn: urnOf("pulumi:pulumi:Stack", "size-dev"), custom: false, type: "pulumi:pulumi:Stack" };
  yield provider();
  yield custom("aws:ec2/vpc:Vpc", "main", VPC_ID, { cidrBlock: "10.0.0.0/8" }, {});
  for (const [index, zone] of ZONES.entries()) yield subnet(index, zone);
  yield custom("aws:iam/role:Role", "functions", "functions", { assumeRolePolicy: "{}" }, {}, { arn: ROLE_ARN, name: "functions" });
  for (let set = 0; set < sets; set++) yield group(set);
  for (let n = 0; n < functions; n++) yield lambda(n, n % sets);
}

function provider(): Json {
  const urn = urnOf("pulumi:providers:aws", "default_7_48_0");
  const inputs = { region: REGION, version: "7.48.0" };
  return { urn, custom: true, id: PROVIDER.slice(urn.length + 2), type: "pulumi:providers:aws", inputs, outputs: inputs };
}

function subnet(index: number, zone: string): Json {
  const inputs = { availabilityZone: `${REGION}${zone}`, cidrBlock: `10.${index * 64}.0.0/10`, vpcId: VPC_ID };
  return custom("aws:ec2/subnet:Subnet", `private-${zone}`, subnetId(index), inputs, { vpcId: [urnOf("aws:ec2/vpc:Vpc", "main")] });
}

function group(set: number): Json {
  const name = groupName(set);
  const egress = [{ cidrBlocks: ["0.0.0.0/0"], fromPort: 443, protocol: "tcp", self: false, toPort: 443 + (set % 3) }];
  const inputs = { description: "Managed by Pulumi", egress, name: `${name}-5d1f0aa`, vpcId: VPC_ID };
  const outputs = { arn: `arn:aws:ec2:${REGION}:${ACCOUNT}:security-group/${groupId(set)}`, ingress: [], ownerId: ACCOUNT };
  return custom("aws:ec2/securityGroup:SecurityGroup", name, groupId(set), inputs, { vpcId: [urnOf("aws:ec2/vpc:Vpc", "main")] }, outputs);
}

function lambda(n: number, set: number): Json {
  const name = `function-${padded(n)}`;
  const arn = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}-1f2e3d4`;
  const securityGroupIds = [groupId(set)];
  const subnetIds = ZONES.map((_, index) => subnetId(index));
  const environment = { variables: { LOG_LEVEL: "info", STAGE: "dev", TABLE: `table-of-${name}` } };
  const tags = { "cost-center": "1234", service: name, team: `team-${n % 12}` };
  const given = {
    code: { "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7", hash: sha(n), path: `./dist/${name}.zip` },
    environment,
    handler: "index.handler",
    memorySize: 512,
    name: `${name}-1f2e3d4`,
    role: ROLE_ARN,
    runtime: "nodejs22.x",
    tags,
    timeout: 30,
  };
  const inputs = { ...given, reservedConcurrentExecutions: -1, vpcConfig: { securityGroupIds, subnetIds } };
  const outputs = {
    architectures: ["x86_64"],
    arn,
    codeSha256: sha(n),
    ephemeralStorage: { size: 512 },
    invokeArn: `arn:aws:apigateway:${REGION}:lambda:path/2015-03-31/functions/${arn}/invocations`,
    lastModified: "2026-11-30T12:00:00.000+0000",
    loggingConfig: { applicationLogLevel: "", logFormat: "Text", logGroup: `/aws/lambda/${name}-1f2e3d4`, systemLogLevel: "" },
    packageType: "Zip",
    publish: false,
    qualifiedArn: `${arn}:$LATEST`,
    qualifiedInvokeArn: `arn:aws:apigateway:${REGION}:lambda:path/2015-03-31/functions/${arn}:$LATEST/invocations`,
    region: REGION,
    skipDestroy: false,
    sourceCodeHash: sha(n),
    sourceCodeSize: 262_144 + n,
    tagsAll: tags,
    tracingConfig: { mode: "PassThrough" },
    version: "$LATEST",
    vpcConfig: { ipv6AllowedForDualStack: false, securityGroupIds, subnetIds, vpcId: VPC_ID },
  };
  return custom("aws:lambda/function:Function", name, `${name}-1f2e3d4`, inputs, dependenciesOf(set), outputs);
}

function dependenciesOf(set: number): Readonly<Record<string, readonly string[]>> {
  return {
    role: [urnOf("aws:iam/role:Role", "functions")],
    vpcConfig: [
      ...ZONES.map((zone) => urnOf("aws:ec2/subnet:Subnet", `private-${zone}`)),
      urnOf("aws:ec2/securityGroup:SecurityGroup", groupName(set)),
    ],
  };
}

/** A resource of the AWS provider that was created. Its outputs contain its inputs. */
function custom(
  type: string,
  name: string,
  id: string,
  inputs: Json,
  propertyDependencies: Readonly<Record<string, readonly string[]>>,
  outputs: Json = {},
): Json {
  return {
    urn: urnOf(type, name),
    custom: true,
    id,
    type,
    inputs: { __defaults: ["name"], ...inputs },
    outputs: { ...inputs, ...outputs, id },
    parent: urnOf("pulumi:pulumi:Stack", "size-dev"),
    dependencies: [...new Set(Object.values(propertyDependencies).flat())],
    provider: PROVIDER,
    propertyDependencies,
    created: "2026-11-30T12:00:00Z",
    modified: "2026-11-30T12:00:00Z",
  };
}

function urnOf(type: string, name: string): string {
  const qualified = type.startsWith("pulumi:") ? type : `pulumi:pulumi:Stack$${type}`;
  return `urn:pulumi:dev::size::${qualified}::${name}`;
}

function subnetId(index: number): string {
  return `subnet-0000000000000000${index}`;
}

function groupId(set: number): string {
  return `sg-${String(set).padStart(17, "0")}`;
}

function groupName(set: number): string {
  return `group-${padded(set)}`;
}

function padded(n: number): string {
  return String(n).padStart(6, "0");
}

/** A text of the form of a hash. Its value does not matter. */
function sha(n: number): string {
  return n.toString(16).padStart(64, "0");
}
