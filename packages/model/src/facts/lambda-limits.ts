/** Most subnets that one function may name (source: `SubnetIds` in the Lambda service model; Developer Guide, API_VpcConfig). */
export const MAX_SUBNETS_PER_FUNCTION = 16;

/** Most security groups that one function may name (source: `SecurityGroupIds` in the Lambda service model; Developer Guide, API_VpcConfig). */
export const MAX_SECURITY_GROUPS_PER_FUNCTION = 5;

/**
 * Elastic network interfaces per VPC, by default: quota lambda / L-9FEE3D26, adjustable, shared with other services such as Amazon EFS
 * (source: Developer Guide, gettingstarted-limits). Pages that still say 250 are stale.
 */
export const DEFAULT_ENIS_PER_VPC = 500;

/** Connections, or ports, that one Hyperplane ENI carries; past that Lambda adds ENIs (source: Developer Guide, configuration-vpc). */
export const CONNECTIONS_PER_ENI = 65_000;
