import { Account } from "../account/store/account";
import { type SimulationSettings, defaultSettings } from "../account/store/simulation-settings";
import { createFunction } from "../account/lambda/lambda-function";
import { attachPolicy, createRole } from "../account/iam/role";
import type { Subnet } from "../account/rows/vpc-rows";
import { createSecurityGroup } from "../account/vpc/security-group";
import { createSubnet } from "../account/vpc/subnet";
import { createVpc } from "../account/vpc/vpc";

/** The AWS managed policy that lets Lambda manage interfaces (docs/aws-facts.md#managed-policies). */
export const VPC_ACCESS = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";

const regional = { region: "us-east-1", tags: {} };

/** An account for tests, with a VPC, a role with permissions, and shorthands for common operations. */
export class AccountExample {
  readonly account: Account;
  readonly vpcId: string;
  readonly role: string;
  #created = 0;

  constructor(settings: Partial<SimulationSettings> = {}) {
    this.account = new Account({ ...defaultSettings, ...settings });
    this.vpcId = this.vpc("10.0.0.0/16");
    this.role = createRole(this.account, {
      id: "functions",
      path: "/",
      assumeRolePolicy: "{}",
      description: "",
      maxSessionDuration: 3600,
      tags: {},
    }).arn;
    attachPolicy(this.account, "functions", VPC_ACCESS);
  }

  vpc(cidrBlock: string, instanceTenancy = "default"): string {
    return createVpc(this.account, { ...regional, cidrBlock, instanceTenancy, enableDnsHostnames: false, enableDnsSupport: true }).id;
  }

  subnet(cidrBlock = `10.0.${this.#created++}.0/24`, vpcId = this.vpcId): string {
    return this.subnetOf({ cidrBlock, vpcId }).id;
  }

  subnetOf(request: Pick<Subnet, "cidrBlock" | "vpcId">): Subnet {
    return createSubnet(this.account, { ...regional, ...request, mapPublicIpOnLaunch: false });
  }

  group(name = `group-${this.#created++}`, vpcId = this.vpcId): string {
    return createSecurityGroup(this.account, { ...regional, name, vpcId, description: "" }).id;
  }

  /** Creates a function with these subnets and security groups. */
  lambda(name: string, subnetIds: readonly string[], securityGroupIds: readonly string[], publish = false) {
    return createFunction(this.account, this.request(name, subnetIds, securityGroupIds, publish));
  }

  request(name: string, subnetIds: readonly string[], securityGroupIds: readonly string[], publish = false) {
    return {
      id: name,
      ...regional,
      role: this.role,
      configuration: {},
      publish,
      vpcConfig: { subnetIds, securityGroupIds, ipv6AllowedForDualStack: false },
    };
  }

  /** The combinations with a Hyperplane interface: `SUBNET GROUP,GROUP`, sorted. */
  get combinations(): readonly string[] {
    return this.account.tables.networkInterfaces
      .all()
      .map(({ subnetId, securityGroupIds }) => `${subnetId} ${securityGroupIds.join()}`)
      .sort();
  }
}
