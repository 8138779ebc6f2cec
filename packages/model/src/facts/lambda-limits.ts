/** The most subnets that one function may list (docs/aws-facts.md#function-limits). */
export const MAX_SUBNETS_PER_FUNCTION = 16;

/** The most security groups that one function may list (docs/aws-facts.md#function-limits). */
export const MAX_SECURITY_GROUPS_PER_FUNCTION = 5;

/**
 * The most security groups of a network connector that any page of AWS states. The others state as many as for a function
 * (docs/aws-facts.md#connector-limits). The limits of subnets are those of a function.
 */
export const MOST_SECURITY_GROUPS_OF_CONNECTOR = 16;

/**
 * Elastic network interfaces per VPC, by default: quota lambda / L-9FEE3D26, adjustable, shared with other services such as Amazon EFS
 * (docs/aws-facts.md#eni-quota, docs/aws-facts.md#eni-quota-sharing).
 */
export const DEFAULT_ENIS_PER_VPC = 500;

/** The connections, or ports, that one Hyperplane ENI supports. Lambda adds ENIs for more (docs/aws-facts.md#eni-connections). */
export const CONNECTIONS_PER_ENI = 65_000;
