/** What an account does not decide by itself. */
export interface Circumstances {
  /**
   * Hyperplane interfaces per VPC. 500 by default, adjustable, "can be increased up to: Thousands" (DG-LIM 2026; Service Quotas lambda L-9FEE3D26).
   * The quota is shared with other services such as EFS (DG-LIM): mount targets count too.
   */
  readonly interfacesPerVpc: number;
  /** How long AWS's minutes last here: 1 as documented, 0 at once. */
  readonly timeScale: number;
  /** Milliseconds since 1970; only asked where time passes, that is where `timeScale` is not 0. */
  readonly now: () => number;
}

export const defaultCircumstances: Circumstances = { interfacesPerVpc: 500, timeScale: 0, now: () => 0 };

/** "Up to 20 minutes" until Lambda deletes an interface that nothing uses any more (DG-VPC). In milliseconds. */
export const DELETION_TIME = 20 * 60_000;

/** "Several minutes" to make an interface (DG-VPC): for want of a number, as long as AWS's own FunctionActiveV2 waiter waits, 300 s (botocore). In milliseconds. */
export const CREATION_TIME = 300_000;
