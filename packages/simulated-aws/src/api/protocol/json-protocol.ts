import { membersOfJson } from "./json-body";
import type { Protocol } from "./protocol";
import { statusOf } from "./status";

/** AWS JSON 1.1: the operation is in the header `X-Amz-Target` (docs/aws-facts.md#api-protocols). */
export const jsonProtocol: Protocol = {
  errorCodes: {
    unsigned: "MissingAuthenticationTokenException",
    unknownCredentials: "UnrecognizedClientException",
    expired: "ExpiredTokenException",
    denied: "AccessDeniedException",
    throttled: "ThrottlingException",
    invalidParameter: "ValidationException",
    unknownOperation: "UnknownOperationException",
  },
  read: ({ version, operations }, { headers, body }) => {
    const target = headers["x-amz-target"] ?? "";
    const operation = operations.find(({ name }) => `${version}.${name}` === target);
    return operation === undefined ? target.slice(target.lastIndexOf(".") + 1) : { operation, members: membersOfJson(body) };
  },
  answer: (_, __, answer, requestId) => ({ status: 200, headers: headers(requestId), body: JSON.stringify(answer) }),
  error: (_, { code, reason }, requestId) => ({
    status: statusOf(code, false),
    headers: headers(requestId),
    body: JSON.stringify({ __type: code, message: reason }),
  }),
};

function headers(requestId: string) {
  return { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": requestId };
}
