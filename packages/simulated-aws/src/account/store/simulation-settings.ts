/** Settings of a simulated account. */
export interface SimulationSettings {
  /**
   * The quota of Hyperplane interfaces in a VPC: 500 by default, adjustable (docs/aws-facts.md#eni-quota). Other services such as EFS
   * share the quota (docs/aws-facts.md#eni-quota-sharing), so mount targets count too.
   */
  readonly interfacesPerVpc: number;
  /** The factor for AWS's delays: 1 as documented, 0 for none. */
  readonly timeScale: number;
  /** The time in milliseconds since 1970. Used only if `timeScale` is not 0. */
  readonly now: () => number;
}

export const defaultSettings: SimulationSettings = { interfacesPerVpc: 500, timeScale: 0, now: () => 0 };

/** "Up to 20 minutes" until Lambda deletes an unused interface (docs/aws-facts.md#eni-deletion). In milliseconds. */
export const INTERFACE_DELETION_TIME = 20 * 60_000;

/** The time until a mount target is available. AWS documents none (docs/aws-facts.md#mount-target-states). In milliseconds. */
export const MOUNT_TARGET_CREATION_TIME = 60_000;

/**
 * The time that a resource takes to settle at any time scale, in milliseconds. It is longer than the engine takes to start on whatever does
 * not wait for it, so that such a program fails as it does on AWS.
 */
export const SHORTEST_SETTLING_TIME = 1_000;

/**
 * "Several minutes" to create an interface. AWS documents no number, so this is the time that its own waiter waits
 * (docs/aws-facts.md#eni-creation). In milliseconds.
 */
export const INTERFACE_CREATION_TIME = 300_000;
