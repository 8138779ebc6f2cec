/** The memory that the executions on one interface shared before September 2019: 3 GB in MB (docs/aws-facts.md#enis-before-2019). */
export const MEMORY_PER_INTERFACE = 3 * 1024;

/**
 * The interfaces that AWS projected before September 2019, a fraction (docs/aws-facts.md#enis-before-2019):
 *
 *     peak concurrent executions × memory in GB ÷ 3 GB
 */
export function projectedInterfaces(concurrency: number, memory: number): number {
  return (concurrency * memory) / MEMORY_PER_INTERFACE;
}

/** The executions that `interfaces` carried before September 2019. */
export function executionsOn(interfaces: number, memory: number): number {
  return Math.floor((interfaces * MEMORY_PER_INTERFACE) / memory);
}

/** The combinations of today's model: every set in every subnet (docs/aws-facts.md#eni-sharing). */
export function combinationCount(sets: number, subnets: number): number {
  return sets * subnets;
}
