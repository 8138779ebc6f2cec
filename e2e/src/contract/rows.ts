import { U } from "@lambda-vpc/test-stacks/observation";

/** What one list of a function's network is, for a policy: ids by the names of their resources, `U` for an unknown or an unknown whole. */
export type List = typeof U | readonly string[];

export interface Row {
  readonly says: string;
  /** What the program gives as `vpcConfig`, over subnets s0, s1, s9 and groups a, b in VPC vpc-0a, where subnet-0a, subnet-0b and sg-0a are already. */
  readonly vpcConfig: string;
  /** What resource validation sees. */
  readonly inputs: typeof U | { readonly subnetIds: List; readonly securityGroupIds: List };
  /** What stack validation sees. */
  readonly planned: typeof U | { readonly subnetIds: List; readonly securityGroupIds: List };
  /** The resources in `propertyDependencies.vpcConfig`. */
  readonly dependencies: readonly string[];
}

const unknown = { subnetIds: U, securityGroupIds: U } as const;

/** What a policy sees at the first preview of a stack; each row was observed on the Terraform bridge. */
export const firstPreview: readonly Row[] = [
  {
    says: "a list of two new subnets is two unknowns, and an unknown set",
    vpcConfig: "{ subnetIds: [s0.id, s1.id], securityGroupIds: [a.id] }",
    inputs: { subnetIds: [U, U], securityGroupIds: [U] },
    planned: unknown,
    dependencies: ["a", "s0", "s1"],
  },
  {
    says: "so is a list of two new groups",
    vpcConfig: "{ subnetIds: [s0.id, s1.id], securityGroupIds: [b.id, a.id] }",
    inputs: { subnetIds: [U, U], securityGroupIds: [U, U] },
    planned: unknown,
    dependencies: ["a", "b", "s0", "s1"],
  },
  {
    says: "a slice hides how many there are, and depends on more than it takes",
    vpcConfig: "{ subnetIds: pulumi.all([s0.id, s1.id]).apply((ids) => ids.slice(0, 1)), securityGroupIds: [a.id] }",
    inputs: { subnetIds: U, securityGroupIds: [U] },
    planned: unknown,
    dependencies: ["a", "s0", "s1"],
  },
  {
    says: "one unknown group takes the known one with it in the set, not in the list",
    vpcConfig: '{ subnetIds: ["subnet-0a"], securityGroupIds: [a.id, "sg-0a"] }',
    inputs: { subnetIds: ["subnet-0a"], securityGroupIds: [U, "sg-0a"] },
    planned: { subnetIds: ["subnet-0a"], securityGroupIds: U },
    dependencies: ["a"],
  },
  {
    says: "a configuration out of one apply is unknown as a whole",
    vpcConfig: "pulumi.all([s0.id, a.id]).apply(([subnet, group]) => ({ subnetIds: [subnet], securityGroupIds: [group] }))",
    inputs: U,
    planned: U,
    dependencies: ["a", "s0"],
  },
  {
    says: "a subnet that was looked up is known, and nothing depends on it",
    vpcConfig: '{ subnetIds: [lookedUp.id, "subnet-0a"], securityGroupIds: ["sg-0a"] }',
    inputs: { subnetIds: ["subnet-0b", "subnet-0a"], securityGroupIds: ["sg-0a"] },
    planned: { subnetIds: ["subnet-0a", "subnet-0b"], securityGroupIds: ["sg-0a"] },
    dependencies: [],
  },
];

/** What it sees when a program changes after an update. */
export const laterPreview: readonly Row[] = [
  {
    says: "a new subnet among old ones is an unknown among knowns in the list, and hides them in the set",
    vpcConfig: "{ subnetIds: [s0.id, s9.id, s1.id], securityGroupIds: [b.id] }",
    inputs: { subnetIds: ["s0", U, "s1"], securityGroupIds: ["b"] },
    planned: { subnetIds: U, securityGroupIds: ["b"] },
    dependencies: ["b", "s0", "s1", "s9"],
  },
  {
    says: "old subnets and groups are known in both views",
    vpcConfig: "{ subnetIds: [s0.id], securityGroupIds: [a.id] }",
    inputs: { subnetIds: ["s0"], securityGroupIds: ["a"] },
    planned: { subnetIds: ["s0"], securityGroupIds: ["a"] },
    dependencies: ["a", "s0"],
  },
];
