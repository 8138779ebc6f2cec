/** An error of AWS: its code, then the reason. */
export class AwsError extends Error {
  override readonly name = "AwsError";

  /** @param code AWS's name for this error, such as `InvalidSubnet.Conflict` */
  constructor(
    readonly code: string,
    readonly reason: string,
  ) {
    super(`${code}: ${reason}`);
  }
}
