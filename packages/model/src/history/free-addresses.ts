/** The addresses of the subnets of a simulation, which interfaces take and keep. */
export class FreeAddresses {
  private readonly used: number[];
  private left: number;

  /** `most` is the quota: the interfaces of all subnets together. */
  constructor(
    private readonly subnets: readonly number[],
    most: number,
  ) {
    this.used = subnets.map(() => 0);
    this.left = most;
  }

  /** Takes one address in the subnet with most free addresses, the first of equal ones. False if there is none, or the quota is used up. */
  take(): boolean {
    let best = 0;
    for (let subnet = 1; subnet < this.subnets.length; subnet++) if (this.freeIn(subnet) > this.freeIn(best)) best = subnet;
    return this.takeIn(best);
  }

  /** Takes one address in a subnet. */
  takeIn(subnet: number): boolean {
    if (this.left < 1 || this.freeIn(subnet) < 1) return false;
    this.used[subnet] = this.usedIn(subnet) + 1;
    this.left -= 1;
    return true;
  }

  /** The addresses taken in each subnet. */
  taken(): readonly number[] {
    return [...this.used];
  }

  private freeIn(subnet: number): number {
    return (this.subnets[subnet] ?? 0) - this.usedIn(subnet);
  }

  private usedIn(subnet: number): number {
    return this.used[subnet] ?? 0;
  }
}
