import type {
  AccountFunction,
  AccountInterface,
  AccountReading,
  AccountSecurityGroup,
  AccountSubnet,
  AccountVersion,
} from "../../account/account-reading";

/** A reading of the given parts. All other parts are empty, and nothing is unread. */
export function sampleReading(parts: Partial<AccountReading> = {}): AccountReading {
  return {
    account: "123456789012",
    region: "us-east-1",
    readAt: "2026-12-01T10:00:00.000Z",
    functions: [],
    vpcs: [{ id: "vpc-1", cidrBlocks: ["10.0.0.0/16"], isDefault: false, tags: { Name: "main" } }],
    subnets: ["subnet-1", "subnet-2"].map((id, index) => subnetOf(id, { cidrBlock: `10.0.${index}.0/24` })),
    securityGroups: ["sg-1", "sg-2", "sg-3"].map((id) => groupOf(id)),
    interfaces: [],
    mountTargets: [],
    interfacesPerVpc: 500,
    gaps: [],
    ...parts,
  };
}

/** The same without an optional part. */
export function lacking<T extends object>(value: T, part: keyof T): T {
  const copy = { ...value };
  Reflect.deleteProperty(copy, part);
  return copy;
}

export function subnetOf(id: string, parts: Partial<AccountSubnet> = {}): AccountSubnet {
  return { id, vpc: "vpc-1", zone: "us-east-1a", cidrBlock: "10.0.0.0/24", ipv6: false, availableAddresses: 200, tags: {}, ...parts };
}

/** A group that allows all outbound traffic. */
export function groupOf(id: string, parts: Partial<AccountSecurityGroup> = {}): AccountSecurityGroup {
  const rules = [{ direction: "egress", protocol: "-1", peer: { cidr: "0.0.0.0/0" } }] as const;
  return { id, name: id, vpc: "vpc-1", rules, tags: {}, ...parts };
}

/** A version with a network, or one outside VPCs. */
export function versionOf(version: string, subnets: readonly string[] = [], securityGroups: readonly string[] = []): AccountVersion {
  const vpc = subnets.length === 0 ? {} : { vpc: { vpc: "vpc-1", subnets, securityGroups, ipv6: false } };
  return { version, ...vpc, role: "arn:aws:iam::123456789012:role/lambda", state: "Active" };
}

/** A function with its versions: `$LATEST`, and the published ones. */
export function functionOf(name: string, latest: AccountVersion, parts: Partial<AccountFunction> = {}): AccountFunction {
  return { name, arn: `arn:aws:lambda:us-east-1:123456789012:function:${name}`, latest, published: [], aliases: [], tags: {}, ...parts };
}

/** An interface of Lambda. */
export function lambdaInterface(
  id: string,
  subnet: string,
  securityGroups: readonly string[],
  parts: Partial<AccountInterface> = {},
): AccountInterface {
  const description = "AWS Lambda VPC ENI-orders-00000000-0000-0000-0000-000000000000";
  const requester = "AROAEXAMPLE:awslambda_123";
  return {
    id,
    subnet,
    vpc: "vpc-1",
    securityGroups,
    type: "lambda",
    description,
    status: "in-use",
    requester,
    privateAddresses: [],
    ...parts,
  };
}

/** An interface of Lambda after it was detached: only its description shows whose it was. */
export function detachedInterface(id: string, subnet: string, securityGroups: readonly string[]): AccountInterface {
  return lambdaInterface(id, subnet, securityGroups, { type: "interface", status: "available" });
}

/** An interface of another service. */
export function strangerInterface(id: string, subnet: string, securityGroups: readonly string[], parts: Partial<AccountInterface> = {}) {
  const common = { type: "interface", description: "ELB app/shop/0123456789abcdef", requester: "amazon-elb" };
  return lambdaInterface(id, subnet, securityGroups, { ...common, ...parts });
}
