/** Why AWS did not answer, whichever service was asked, and what to do. */
export interface AwsFailure {
  readonly code: "refused" | "busy" | "unreachable";
  readonly fix: string;
}

/** Names of errors of the SDK, and of all services. */
const failures: readonly (AwsFailure & { readonly names: RegExp })[] = [
  {
    names:
      /^(?:ExpiredToken|UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId|InvalidToken|InvalidSignature|SignatureDoesNotMatch|MissingAuthenticationToken|TokenProviderError|CredentialsProviderError)/,
    code: "refused",
    fix: "Sign in again, or set AWS_PROFILE.",
  },
  {
    names: /^(?:Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|ServiceUnavailable)/,
    code: "busy",
    fix: "Run the command again later.",
  },
  {
    names: /^(?:TimeoutError|ENOTFOUND|ECONNREFUSED|ECONNRESET|AggregateError|EAI_AGAIN)/,
    code: "unreachable",
    fix: "Check the network, and the Region.",
  },
];

/** The name of an error of a service, or of the connection to it. */
export function awsErrorName(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

/** The failure that an error of any service shows. Undefined for an error of a single service, and for a bug. */
export function awsFailure(error: Error): AwsFailure | undefined {
  // The SDK wraps an error of another realm, and keeps the code of the connection in the message alone.
  const [connection = ""] = /\b(?:ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN)\b/.exec(error.message) ?? [];
  return failures.find(({ names }) => [error.name, awsErrorName(error), connection].some((name) => names.test(name)));
}
