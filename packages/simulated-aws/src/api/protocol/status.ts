/** The HTTP status codes of error codes, where it is not 400 (docs/aws-facts.md#api-errors). */
const STATUS: ReadonlyMap<string, number> = new Map([
  ["AccessDenied", 403],
  ["InvalidAccessKeyId", 403],
  ["NoSuchBucket", 404],
  ["NoSuchKey", 404],
  ["NotImplemented", 501],
  ["SlowDown", 503],
  ["AuthFailure", 401],
  ["DryRunOperation", 412],
  ["ExpiredToken", 403],
  ["ExpiredTokenException", 403],
  ["FileSystemNotFound", 404],
  ["InternalFailure", 500],
  ["InvalidClientTokenId", 403],
  ["SignatureDoesNotMatch", 403],
  ["MissingAuthenticationToken", 403],
  ["MissingAuthenticationTokenException", 403],
  ["MountTargetNotFound", 404],
  ["RequestLimitExceeded", 503],
  ["ResourceConflictException", 409],
  ["ResourceNotFoundException", 404],
  ["TooManyRequestsException", 429],
  ["UnauthorizedOperation", 403],
]);

/** REST services deny with 403, the other JSON services with 400. */
export function statusOf(code: string, rest: boolean): number {
  if (
    rest &&
    ["AccessDeniedException", "UnrecognizedClientException", "UnknownOperationException", "InvalidSignatureException"].includes(code)
  )
    return 403;
  return STATUS.get(code) ?? 400;
}
