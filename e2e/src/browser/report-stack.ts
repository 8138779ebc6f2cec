/** What stands for an unknown value in a preview. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const urnOf = (type: string, name: string): string => `urn:pulumi:prod::shop::${type}::${name}`;
const SUBNET = "aws:ec2/subnet:Subnet";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const FUNCTION = "aws:lambda/function:Function";
const VPC = "aws:ec2/vpc:Vpc";

interface Step {
  readonly type: string;
  readonly name: string;
  readonly inputs: object;
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

const teams = ["orders", "catalog", "payments", "search", "mails", "stock", "users", "reports", "returns", "prices"];
const tasks = ["create", "list", "update", "import", "export", "notify", "archive", "verify"];

/** `orders-import-007`; different for each number. */
function functionName(index: number): string {
  const [team = "", task = ""] = [teams[index % teams.length], tasks[Math.floor(index / teams.length) % tasks.length]];
  return `${team}-${task}-${String(index + 1).padStart(3, "0")}`;
}

function vpcSteps(name: string, range: string, subnets: Readonly<Record<string, string>>): readonly Step[] {
  const vpcId = { vpcId: [urnOf(VPC, name)] };
  return [
    { type: VPC, name, inputs: { cidrBlock: range }, propertyDependencies: {} },
    ...Object.entries(subnets).map(([subnet, cidrBlock]) => ({
      ...{ type: SUBNET, name: subnet },
      inputs: { vpcId: UNKNOWN, cidrBlock, availabilityZone: `us-east-1${subnet.at(-1) ?? ""}` },
      propertyDependencies: vpcId,
    })),
  ];
}

function group(name: string, vpc: string, port: number): Step {
  const everyone = { protocol: "tcp", fromPort: port, toPort: port, cidrBlocks: ["10.0.0.0/8"] };
  return { type: GROUP, name, inputs: { vpcId: UNKNOWN, egress: [everyone] }, propertyDependencies: { vpcId: [urnOf(VPC, vpc)] } };
}

/** @param isOpen whether only the whole list of subnets is unknown, as after `apply()`. */
function lambda(name: string, subnets: readonly string[], groups: readonly string[], isOpen = false): Step {
  const subnetIds = isOpen ? UNKNOWN : subnets.map(() => UNKNOWN);
  return {
    ...{ type: FUNCTION, name },
    inputs: { name, vpcConfig: { subnetIds, securityGroupIds: groups.map(() => UNKNOWN) } },
    propertyDependencies: { vpcConfig: [...subnets.map((one) => urnOf(SUBNET, one)), ...groups.map((one) => urnOf(GROUP, one))] },
  };
}

/**
 * The first preview of a stack with two VPCs, as a platform team finds it: a part of the functions has a group each with the same rules, the others
 * share three sets, some are in a second VPC, and of some the subnets are unknown.
 */
export function reportPreview(functions: number): string {
  const [own, elsewhere, open] = [Math.floor(functions * 0.12), Math.floor(functions * 0.05), Math.floor(functions * 0.01)];
  const main = ["private-a", "private-b", "private-c"];
  const shared = [["services"], ["database", "services"], ["payments-provider"]] as const;
  const steps = [
    ...vpcSteps("main", "10.0.0.0/16", { "private-a": "10.0.0.0/24", "private-b": "10.0.1.0/24", "private-c": "10.0.2.0/25" }),
    ...vpcSteps("analytics", "10.1.0.0/16", { "analytics-a": "10.1.0.0/26", "analytics-b": "10.1.1.0/26" }),
    ...[group("services", "main", 443), group("database", "main", 5432), group("payments-provider", "main", 8443)],
    ...[group("warehouse", "analytics", 5439)],
    ...Array.from({ length: functions }, (_, index) => index).flatMap((index): readonly Step[] => {
      const name = functionName(index);
      if (index < own) return [group(`${name}-sg`, "main", 6379), lambda(name, main, [`${name}-sg`])];
      if (index < own + elsewhere) return [lambda(name, ["analytics-a", "analytics-b"], ["warehouse"])];
      const set = shared[index % 20 === 0 ? 2 : index % 3 === 0 ? 1 : 0] ?? [];
      return [lambda(name, index % 7 === 0 ? main.slice(0, 2) : main, set, index >= functions - open)];
    }),
  ];
  return JSON.stringify({
    steps: steps.map(({ type, name, inputs, propertyDependencies }) => {
      const urn = urnOf(type, name);
      return {
        op: "create",
        urn,
        newState: { urn, type, custom: true, inputs, propertyDependencies, provider: `${urnOf("pulumi:providers:aws", "default")}::id` },
      };
    }),
    changeSummary: { create: steps.length },
  });
}
