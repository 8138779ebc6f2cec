import type { ErrorCodes, Service } from "../operation/service";
import { membersOfJson } from "./json-body";
import type { Protocol } from "./protocol";
import { queryErrorHeaders, typeOfError } from "./query-compatible-error";
import { statusOf } from "./status";

/** The error codes of JSON services, also in CBOR. */
export const JSON_ERROR_CODES: ErrorCodes = {
  unsigned: "MissingAuthenticationTokenException",
  unknownCredentials: "UnrecognizedClientException",
  expired: "ExpiredTokenException",
  invalidScope: "InvalidSignatureException",
  denied: "AccessDeniedException",
  throttled: "ThrottlingException",
  invalidParameter: "ValidationException",
  unknownOperation: "UnknownOperationException",
};

/** AWS JSON 1.0 and 1.1: the operation is in the header `X-Amz-Target` (docs/aws-facts.md#api-protocols). */
export const jsonProtocol: Protocol = {
  errorCodes: JSON_ERROR_CODES,
  matches: ({ headers }) => headers["x-amz-target"] !== undefined,
  read: ({ targetPrefix, operations }, { headers, body }) => {
    // A namespace can precede the service: `com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents`.
    const [service, requested = ""] = (headers["x-amz-target"] ?? "").split(".").slice(-2);
    const operation = service === targetPrefix ? operations.find(({ name }) => name === requested) : undefined;
    return operation === undefined ? requested : { operation, members: membersOfJson(body) };
  },
  answer: (service, _, answer, requestId) => ({ status: 200, headers: headers(service, requestId), body: JSON.stringify(answer) }),
  error: (service, error, requestId) => {
    const status = statusOf(error.code, false);
    return {
      status,
      headers: { ...headers(service, requestId), ...queryErrorHeaders(service, error, status) },
      body: JSON.stringify({ __type: typeOfError(service, error), message: error.reason }),
    };
  },
};

function headers({ jsonVersion = "1.1" }: Service, requestId: string) {
  return { "content-type": `application/x-amz-json-${jsonVersion}`, "x-amzn-requestid": requestId };
}
