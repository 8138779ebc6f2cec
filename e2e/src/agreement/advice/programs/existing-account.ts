import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

/** What exists in the account of each program. */
export interface ExistingAccount {
  readonly vpcs: readonly object[];
  readonly subnets: readonly object[];
  readonly securityGroups: readonly ExistingGroup[];
}

/** A group of the account. */
export interface ExistingGroup {
  readonly id: string;
  readonly vpcId: string;
  readonly name: string;
  readonly egress?: readonly {
    readonly protocol: string;
    readonly fromPort: number;
    readonly toPort: number;
    readonly cidrBlocks: readonly string[];
  }[];
}

const vpcId = "vpc-0123456789abcdef0";

/** The network that the pages of policies name. */
const ofPages: ExistingAccount = {
  vpcs: [{ id: vpcId, cidrBlock: "10.1.0.0/16" }],
  subnets: ["a", "b"].map((zone, index) => ({
    id: `subnet-0123456789abcdef${index}`,
    vpcId,
    cidrBlock: `10.1.${index}.0/24`,
    availabilityZone: `us-east-1${zone}`,
  })),
  securityGroups: [
    {
      id: "sg-0123456789abcdef0",
      vpcId,
      name: "services",
      egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }],
    },
    {
      id: "sg-0fedcba9876543210",
      vpcId,
      name: "former",
      egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }],
    },
  ],
};

/** The networks that pages and cases name. */
export function existingAccount(): ExistingAccount {
  const ofCases = JSON.parse(readFileSync(join(repositoryRoot, "e2e/cases/seed.json"), "utf8")) as ExistingAccount;
  return {
    vpcs: [...ofCases.vpcs, ...ofPages.vpcs],
    subnets: [...ofCases.subnets, ...ofPages.subnets],
    securityGroups: [...ofCases.securityGroups, ...ofPages.securityGroups],
  };
}
