/** What AWS answers when it refuses: its own error code first, then why. */
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
