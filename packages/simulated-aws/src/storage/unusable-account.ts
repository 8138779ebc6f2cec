/** The account's file cannot be used: the problem and its location, then the fix. */
export class UnusableAccount extends Error {
  override readonly name = "UnusableAccount";

  constructor(what: string, fix: string) {
    super(`simulated AWS: ${what}. ${fix}.`);
  }
}
