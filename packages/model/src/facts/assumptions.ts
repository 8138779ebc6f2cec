/** Sizing inputs that no stack contains. The owner of the stack knows them. */
export interface Assumptions {
  /** The share of the combinations whose old ENIs may still exist while functions move to other groups or subnets. 1 is all of them. */
  readonly changeover: number;
  /** The share of today's need to reserve for growth. 1 doubles the need. */
  readonly growth: number;
  /** Peak connections of functions that open very many. Lambda adds an ENI to a combination for each additional 65,000. */
  readonly connections: readonly PeakConnections[];
  /** The ENIs per VPC that AWS grants the account: quota lambda / L-9FEE3D26. */
  readonly enisPerVpc: number;
}

/** The connections of one function at its peak, over all its subnets. */
export interface PeakConnections {
  /** The function's URN, or a pattern in which `*` is any number of characters. */
  readonly function: string;
  readonly peak: number;
}
