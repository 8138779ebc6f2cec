/** What an account does not decide by itself. */
export interface SimulationSettings {
  /**
   * Hyperplane interfaces per VPC. 500 by default, adjustable (docs/aws-facts.md#eni-quota).
   * The quota is shared with other services such as EFS (docs/aws-facts.md#eni-quota-sharing): mount targets count too.
   */
  readonly interfacesPerVpc: number;
  /** How long AWS's minutes last here: 1 as documented, 0 at once. */
  readonly timeScale: number;
  /** Milliseconds since 1970; only asked where time passes, that is where `timeScale` is not 0. */
  readonly now: () => number;
}

export const defaultSettings: SimulationSettings = { interfacesPerVpc: 500, timeScale: 0, now: () => 0 };

/** "Up to 20 minutes" until Lambda deletes an interface that nothing uses any more (docs/aws-facts.md#eni-deletion). In milliseconds. */
export const INTERFACE_DELETION_TIME = 20 * 60_000;

/** "Several minutes" to make an interface: for want of a number, as long as AWS's own waiter waits (docs/aws-facts.md#eni-creation). In milliseconds. */
export const INTERFACE_CREATION_TIME = 300_000;
