/** The functions, the network and the load that both models of ENIs are simulated over. Numbers are whole and not negative unless stated. */
export interface Scenario {
  /** At least 1. They share the load evenly. */
  readonly functions: number;
  /** Security-group sets: from 1 to `functions`. Function i uses set i modulo `sets`. */
  readonly sets: number;
  /** The free addresses of each subnet. Every function uses all subnets. At least one. */
  readonly subnets: readonly number[];
  /** The memory of each function in MB, at least 1. */
  readonly memory: number;
  /** Concurrent executions of all functions together, one number per step. */
  readonly load: readonly number[];
  /** The length of a step in seconds, at least 1. */
  readonly secondsPerStep: number;
  /** Seconds from the creation of an interface at invocation until it carries the execution. Model before September 2019 only. */
  readonly interfaceWait: number;
  /** Connections that one execution opens at the same time. Today's model only. */
  readonly connectionsPerExecution: number;
  /** The most interfaces that each model may create in the VPC; `Infinity` for no limit. */
  readonly quota: { readonly before: number; readonly today: number };
}

/** Seconds that users reported an invocation to wait for its interface. AWS gave no number (docs/aws-facts.md#cold-starts-before-2019). */
export const REPORTED_INTERFACE_WAIT = 10;

/** The memory that a function can have, in MB (docs/aws-facts.md#memory-range). */
export const LEAST_MEMORY = 128;
export const MOST_MEMORY = 32_768;

/** The number of steps that an interface takes until it is ready. */
export function stepsUntilReady({ interfaceWait, secondsPerStep }: Pick<Scenario, "interfaceWait" | "secondsPerStep">): number {
  return Math.ceil(interfaceWait / secondsPerStep);
}

/** The executions of function `index` of `functions`. Laws: the functions together have `concurrency`, and differ by at most 1. */
export function executionsOf(index: number, functions: number, concurrency: number): number {
  return Math.floor(concurrency / functions) + (index < concurrency % functions ? 1 : 0);
}
