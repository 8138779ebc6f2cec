/** Why a figure, or a list that it rests on, is not exact. */
export type Uncertainty =
  | "list-unknown"
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
  | "ipv6-unknown"
  | "tenancy-unknown"
  | "subnet-of-others"
  | "need-undocumented"
  | "sharing-undocumented"
  | "spread-of-connections"
  | "role-elsewhere"
  | "policy-unknown"
  | "policy-elsewhere"
  | "permission-limited"
  | "publication-unknown"
  | "replacement-unknown";

/** What to tell a user about an uncertainty: why it is one, and how to resolve it. */
export const uncertainties: Readonly<Record<Uncertainty, { readonly why: string; readonly fix: string }>> = {
  "list-unknown": {
    why: "the list is one unknown value, so how many elements it has shows only after the deployment",
    fix: "pass the list element by element, [a.id, b.id], instead of through apply(), or through a shared configuration",
  },
  "part-of-candidates": {
    why: "the list takes some of the resources it depends on, and which ones shows only after the deployment",
    fix: "name the resources themselves, [a.id, b.id], instead of an index or a slice of a component's output",
  },
  "more-unknown-than-candidates": {
    why: "the list has more unknown elements than resources it depends on",
    fix: "pass ids of resources of this stack, or ids that are known at preview, such as stack configuration",
  },
  "no-candidates": {
    why: "the list is unknown and depends on no subnet or security group of this stack",
    fix: "pass ids that are known at preview, such as stack configuration, or the outputs of resources of this stack",
  },
  "foreign-dependency": {
    why: "the list depends on a resource that is neither subnet, security group nor VPC",
    fix: "take the ids from the subnets and security groups themselves",
  },
  "inputs-not-seen": {
    why: "the engine showed only the planned outputs, and there one unknown element hides the whole list",
    fix: "leave resource validation of this policy on; if it is on, tell us",
  },
  "vpc-unknown": {
    why: "it does not show which VPC it is in",
    fix: "use subnets of this stack, or a security group of this stack whose vpcId is known",
  },
  "perhaps-same-resource": {
    why: "a resource of this stack adopts what exists, and that may be what another function, or the inventory, names by its id",
    fix: "name the adopted resource everywhere, or its id everywhere",
  },
  "perhaps-same-account": {
    why: "the functions use several providers, which may be one account or several, and only functions of one account share",
    fix: "use one provider for the functions of an account",
  },
  "inventory-without-vpc": {
    why: "the inventory names combinations whose VPC does not show",
    fix: "give the subnets of those combinations their vpcId in the inventory",
  },
  "zone-unknown": {
    why: "the availability zones of its subnets do not show, so it may lose some on other subnets",
    fix: "give the functions that use one security-group set one list of subnets, or write the zone of each subnet",
  },
  "zones-not-shown": {
    why: "the availability zones of its subnets do not all show",
    fix: "write the availabilityZone of each subnet, of those outside the stack in the inventory",
  },
  "range-unknown": {
    why: "the IPv4 range of a subnet or of its VPC does not show, or is none that AWS takes",
    fix: "write the cidrBlock of VPC and subnets as plain values, and that of subnets outside the stack into the inventory",
  },
  "rules-unknown": {
    why: "the rules of its security group do not all show before the deployment",
    fix: "write the rules with values that are known at preview",
  },
  "ipv6-unknown": {
    why: "it does not show whether it asks for IPv6, or whether each of its subnets has an IPv6 range",
    fix: "use subnets of this stack and deploy them first, and write ipv6AllowedForDualStack as a plain value",
  },
  "tenancy-unknown": {
    why: "the tenancy of its VPC shows only after the deployment",
    fix: "write the instanceTenancy of the VPC as a plain value",
  },
  "subnet-of-others": {
    why: "this stack did not make a subnet, which may hold what the stack does not show",
    fix: "give the subnet its availableAddresses in the inventory",
  },
  "need-undocumented": {
    why: "it does not show, or AWS does not say, how many addresses it takes in a subnet",
    fix: "keep such consumers in subnets of their own",
  },
  "sharing-undocumented": {
    why: "AWS does not say whether network connectors share interfaces with functions or with each other",
    fix: "keep network connectors in subnets of their own",
  },
  "spread-of-connections": {
    why: "how its connections spread over its subnets shows only under traffic, and when a zone fails they move",
    fix: "keep room for all of them in each subnet",
  },
  "role-elsewhere": {
    why: "its execution role is none that this stack shows, so what the role may do does not show either",
    fix: "use a role of this stack, or look at the role yourself and waive this for the function",
  },
  "policy-unknown": {
    why: "a policy of its execution role shows only after the deployment",
    fix: "write the permissions for interfaces in a policy of their own, without outputs, or attach AWSLambdaVPCAccessExecutionRole",
  },
  "policy-elsewhere": {
    why: "its execution role has a managed policy whose document does not show here",
    fix: "attach AWSLambdaVPCAccessExecutionRole too, or make the policy in this stack",
  },
  "permission-limited": {
    why: "a statement of its execution role holds only for some resources, or only under a condition",
    fix: 'allow the actions on Resource "*" and without a condition, as AWSLambdaVPCAccessExecutionRole does',
  },
  "publication-unknown": {
    why: "whether it publishes versions shows only after the deployment",
    fix: "write publish as true or false",
  },
  "replacement-unknown": {
    why: "whether its groups are replaced before it is destroyed shows only after the deployment",
    fix: "write replaceSecurityGroupsOnDestroy as true or false",
  },
};
