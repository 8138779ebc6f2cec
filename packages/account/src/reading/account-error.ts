import { callFailure } from "../calls/call-failure";

/** Why an account cannot be read at all. */
export type AccountErrorCode = "no-region" | "no-credentials" | "expired" | "denied" | "unknown-region" | "unreachable";

/** An account that cannot be read at all. Its message has the fix. */
export class AccountError extends Error {
  override readonly name = "AccountError";

  constructor(
    readonly code: AccountErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The error that the first call to AWS, which needs no permission, ended with. */
export function accountError(error: unknown, region: string): AccountError {
  const name = error instanceof Error ? error.name : "";
  const { reason, message } = callFailure(error);
  const failure = (code: AccountErrorCode, text: string): AccountError => new AccountError(code, text, { cause: error });
  if (name === "CredentialsProviderError")
    return failure(
      "no-credentials",
      `No credentials of AWS were found: ${message} Run \`aws sso login\`, set AWS_PROFILE, or pass --profile.`,
    );
  if (reason === "expired") return failure("expired", `The credentials have expired: ${message} Renew them, and run the command again.`);
  if (reason === "denied") return failure("denied", `AWS denied access: ${message} Let the role trust these credentials.`);
  if (/InvalidClientTokenId|UnrecognizedClient|AuthFailure|OptInRequired/.test(name))
    return failure(
      "unknown-region",
      `AWS does not know these credentials in ${region}: ${message} Enable the Region for the account, choose another one, or correct the credentials.`,
    );
  return failure("unreachable", `AWS cannot be reached in ${region}: ${message} Check the name of the Region and the connection.`);
}
