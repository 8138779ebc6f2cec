/** The account's file cannot be worked with: what is wrong and where, then the fix. */
export class UnusableAccount extends Error {
  override readonly name = "UnusableAccount";

  constructor(what: string, fix: string) {
    super(`simulated AWS: ${what}; ${fix}`);
  }
}
