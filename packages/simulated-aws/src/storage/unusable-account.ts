/** The account's file cannot be worked with: what is wrong and where, then the way out. */
export class UnusableAccount extends Error {
  override readonly name = "UnusableAccount";

  constructor(what: string, wayOut: string) {
    super(`simulated AWS: ${what}; ${wayOut}`);
  }
}
