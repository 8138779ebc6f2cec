import type { Operation } from "../operation/operation";
import type { Members } from "../operation/parameters";
import type { HttpRequest } from "./http-message";
import type { Protocol } from "./protocol";
import { statusOf } from "./status";

/** REST with JSON: the operation is in the method and path (docs/aws-facts.md#api-protocols). */
export const restJsonProtocol: Protocol = {
  errorCodes: {
    unsigned: "MissingAuthenticationTokenException",
    unknownCredentials: "UnrecognizedClientException",
    expired: "ExpiredTokenException",
    invalidScope: "InvalidSignatureException",
    denied: "AccessDeniedException",
    throttled: "TooManyRequestsException",
    invalidParameter: "InvalidParameterValueException",
    unknownOperation: "UnknownOperationException",
  },
  matches: () => true,
  read: ({ operations }, request) => {
    for (const operation of operations) {
      const inPath = membersOfPath(operation, request);
      if (inPath !== undefined) return { operation, members: { ...Object.fromEntries(request.query), ...inPath } };
    }
    return `${request.method} ${request.path}`;
  },
  answer: (_, { route }, answer, requestId) =>
    route?.method === "DELETE"
      ? { status: 204, headers: { "x-amzn-requestid": requestId }, body: "" }
      : { status: 200, headers: headers(requestId), body: JSON.stringify(answer) },
  // EFS names the code in the body too, Lambda the type.
  error: (_, { code, reason }, requestId) => ({
    status: statusOf(code, true),
    headers: { ...headers(requestId), "x-amzn-errortype": code },
    body: JSON.stringify({ Type: "User", ErrorCode: code, Message: reason, message: reason }),
  }),
};

/** The parameters in the path of a request for the operation. Undefined if the request is for another one. */
function membersOfPath({ route }: Operation, { method, path }: HttpRequest): Members | undefined {
  if (route === undefined || route.method !== method) return undefined;
  const [expected, given] = [route.path.split("/"), path.split("/")];
  if (expected.length !== given.length) return undefined;
  const members: [string, string][] = [];
  for (const [index, part] of expected.entries()) {
    const [name, value] = [/^\{(.+)\}$/.exec(part)?.[1], decoded(given[index] ?? "")];
    if (name !== undefined && value !== undefined && value !== "") members.push([name, value]);
    else if (part !== value) return undefined;
  }
  return Object.fromEntries(members);
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function headers(requestId: string) {
  return { "content-type": "application/json", "x-amzn-requestid": requestId };
}
