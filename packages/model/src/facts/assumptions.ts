/** What no stack says and its size depends on: numbers that its owner knows. */
export interface Assumptions {
  /** The share of the combinations that may have an old twin while functions move to other groups or subnets; 1 for all of them. */
  readonly changeover: number;
  /** The share of today's need to keep for what comes later; 1 doubles it. */
  readonly growth: number;
  /** Peak connections of functions that open very many: Lambda adds an ENI to a combination for each further 65,000. */
  readonly connections: readonly PeakConnections[];
  /** ENIs per VPC that AWS grants the account: quota lambda / L-9FEE3D26. */
  readonly enisPerVpc: number;
}

/** Connections that one function holds at its peak, over all its subnets. */
export interface PeakConnections {
  /** The function's URN, or a pattern in which `*` is any run of characters. */
  readonly function: string;
  readonly peak: number;
}
