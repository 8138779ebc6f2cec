/** Why a figure, or a list that it depends on, is not exact. */
export type Uncertainty =
  | "list-unknown"
  | "one-of-lists"
  | "part-of-candidates"
  | "more-unknown-than-candidates"
  | "no-candidates"
  | "foreign-dependency"
  | "inputs-not-seen"
  | "vpc-unknown"
  | "perhaps-same-resource"
  | "perhaps-same-account"
  | "inventory-without-vpc"
  | "zone-unknown"
  | "zones-not-shown"
  | "range-unknown"
  | "rules-unknown"
  | "routes-unknown"
  | "ipv6-unknown"
  | "tenancy-unknown"
  | "subnet-of-others"
  | "need-undocumented"
  | "spread-of-members"
  | "sharing-undocumented"
  | "spread-of-connections"
  | "role-elsewhere"
  | "policy-unknown"
  | "policy-elsewhere"
  | "permission-limited"
  | "publication-unknown"
  | "replacement-unknown"
  | "association-unknown"
  | "version-unknown"
  | "release-undocumented"
  | "keeping-unknown"
  | "shared-interface"
  | "other-wait";

/** The texts of an uncertainty. */
export interface UncertaintyText {
  /**
   * Set for an uncertainty that makes several policies undecided for one reason. Findings that state nothing else are reported once for all policies of
   * a pack, as what is unknown of whom: `the subnet list of 3 functions (a, b, c)`.
   */
  readonly topic?: { readonly unknown: string; readonly noun: "function" | "subnet" };
  /** Continues "for 3 functions (a, b, c),". */
  readonly why: string;
  /** An instruction that makes the figure exact. */
  readonly fix: string;
}

export const uncertainties: Readonly<Record<Uncertainty, UncertaintyText>> = {
  "list-unknown": {
    why: "the whole list is unknown until the deployment",
    fix: "Pass ids element by element, [a.id, b.id], not through apply(). If a component hides them, deploy it first.",
  },
  "one-of-lists": {
    topic: { unknown: "the subnets of", noun: "function" },
    why: "the list is one of the lists of a component, such as its private or its public subnets; which one is unknown until the deployment",
    fix: "Deploy the component first, for example in a separate stack: its ids are then known.",
  },
  "part-of-candidates": {
    why: "the list contains some of the resources that it depends on; which ones is unknown",
    fix: "List the resources, [a.id, b.id], instead of an index or a slice. If a component hides them, deploy it first.",
  },
  "more-unknown-than-candidates": {
    why: "the list has more unknown elements than resources that it depends on",
    fix: "Pass ids of resources of this stack, or ids that are known at preview, such as stack configuration.",
  },
  "no-candidates": {
    why: "the list is unknown and depends on no subnet or security group of this stack",
    fix: "Pass ids that are known at preview, such as stack configuration, or outputs of resources of this stack.",
  },
  "foreign-dependency": {
    why: "the list depends on a resource that is not a subnet, a security group or a VPC",
    fix: "Take the ids directly from the subnets and security groups.",
  },
  "inputs-not-seen": {
    why: "only planned outputs are available, and there one unknown element makes the whole list unknown",
    fix: "Keep resource validation of this policy enabled. If it is enabled, report this as a bug.",
  },
  "vpc-unknown": {
    why: "the VPC is unknown at preview",
    fix: "Use subnets of this stack, or a security group of this stack with a known vpcId.",
  },
  "perhaps-same-resource": {
    why: "this stack adopts an existing resource, which another function or the inventory may name by its id",
    fix: "Use the adopted resource everywhere, or its id everywhere.",
  },
  "perhaps-same-account": {
    why: "several providers may use different accounts, and ENIs are shared only within an account",
    fix: "Use one provider for all functions of an account, or set allowedAccountIds of each provider to its account.",
  },
  "inventory-without-vpc": {
    why: "the inventory contains combinations whose VPC is unknown",
    fix: "Add vpcId to the subnets of these combinations in the inventory.",
  },
  "zone-unknown": {
    why: "the availability zones of the subnets are unknown, so other subnets may have fewer zones",
    fix: "Use one list of subnets for each security-group set, or set the availabilityZone of each subnet, in the inventory if this stack does not create it.",
  },
  "zones-not-shown": {
    why: "some availability zones of the subnets are unknown",
    fix: "Set the availabilityZone of each subnet. For subnets outside this stack, add one to the inventory.",
  },
  "range-unknown": {
    why: "the IPv4 range of a subnet or of its VPC is unknown or invalid",
    fix: "Set the cidrBlock of the VPC and its subnets to plain values, or add the subnets to the inventory.",
  },
  "rules-unknown": {
    why: "some rules of the security group are unknown until the deployment",
    fix: "Write the rules with values that are known at preview.",
  },
  "routes-unknown": {
    why: "which route table a subnet has, or which routes a table has, is unknown until the deployment",
    fix: "Pass subnetId and routeTableId of routes and associations directly from the subnets and tables, not through apply().",
  },
  "ipv6-unknown": {
    why: "whether the function allows IPv6, or whether its subnets have IPv6 ranges, is unknown",
    fix: "Set ipv6AllowedForDualStack to a plain value, and use subnets of this stack that are deployed first.",
  },
  "tenancy-unknown": {
    why: "the tenancy of the VPC is unknown until the deployment",
    fix: "Set the instanceTenancy of the VPC to a plain value.",
  },
  "subnet-of-others": {
    topic: { unknown: "free addresses and availability zones of", noun: "subnet" },
    why: "this stack does not create them, so other stacks may use their addresses, and their zones may be unknown",
    fix: "Add their availableAddresses and availabilityZone to the inventory.",
  },
  "need-undocumented": {
    why: "the number of addresses that a resource takes in the subnet is unknown, or AWS does not document it",
    fix: "Put such resources in separate subnets.",
  },
  "spread-of-members": {
    why: "each task or node takes an address, and the service chooses the subnet and replaces them at any time",
    fix: "Put such resources in separate subnets, or keep free addresses for all tasks and nodes in each subnet.",
  },
  "sharing-undocumented": {
    why: "AWS does not document whether network connectors share ENIs with functions or with each other",
    fix: "Put network connectors in separate subnets.",
  },
  "spread-of-connections": {
    why: "traffic decides how connections are spread over the subnets, and a zone failure moves them",
    fix: "Keep enough free addresses for all connections in each subnet.",
  },
  "role-elsewhere": {
    why: "the execution role is not in this stack, so its permissions are unknown",
    fix: "Use a role of this stack, or review the role and add a waiver.",
  },
  "policy-unknown": {
    why: "a policy of the execution role is unknown until the deployment",
    fix: "Write the ENI permissions in a separate policy without outputs, or attach AWSLambdaVPCAccessExecutionRole.",
  },
  "policy-elsewhere": {
    why: "the execution role has a managed policy whose document is unknown",
    fix: "Also attach AWSLambdaVPCAccessExecutionRole, or create the policy in this stack.",
  },
  "permission-limited": {
    why: "a statement of the execution role applies only to some resources, or only under a condition",
    fix: 'Allow the actions on Resource "*" without a condition, as AWSLambdaVPCAccessExecutionRole does.',
  },
  "publication-unknown": {
    why: "whether the function publishes versions is unknown until the deployment",
    fix: "Set publish to true or false.",
  },
  "replacement-unknown": {
    why: "whether the security groups are replaced on destroy is unknown until the deployment",
    fix: "Set replaceSecurityGroupsOnDestroy to true or false.",
  },
  "association-unknown": {
    why: "which functions the distribution runs is unknown until the deployment",
    fix: "Set each lambdaArn to the qualifiedArn of one function, not through apply().",
  },
  "version-unknown": {
    why: "the configuration of the version that the distribution runs is unknown",
    fix: "Set publish of the function to true, and lambdaArn to its qualifiedArn.",
  },
  "release-undocumented": {
    why: "AWS does not document how soon Lambda deletes the ENIs of groups that are replaced on destroy",
    fix: "Move the security groups to a stack that outlives the functions.",
  },
  "keeping-unknown": {
    why: "whether the function stays on destroy is unknown until the deployment",
    fix: "Set skipDestroy to true or false.",
  },
  "other-wait": {
    why: "the destroy first waits for other ENIs, and Lambda deletes each ENI up to 20 minutes after the function",
    fix: "Let each security group, or else each subnet, depend on the permissions of the roles of its functions.",
  },
  "shared-interface": {
    why: "other functions use the same ENIs, and AWS does not document whose role Lambda deletes a shared ENI with",
    fix: "Use one role, or keep the permissions of all roles until the ENIs are deleted.",
  },
};
