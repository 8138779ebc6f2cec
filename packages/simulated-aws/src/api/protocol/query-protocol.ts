import { membersOfForm } from "./form";
import type { Protocol } from "./protocol";
import { statusOf } from "./status";
import { xmlDocument, xmlOf } from "./xml";

/** The query protocol: forms, answered with XML (docs/aws-facts.md#api-protocols). */
export const queryProtocol: Protocol = {
  errorCodes: {
    unsigned: "MissingAuthenticationToken",
    unknownCredentials: "InvalidClientTokenId",
    expired: "ExpiredToken",
    invalidScope: "SignatureDoesNotMatch",
    denied: "AccessDenied",
    throttled: "Throttling",
    invalidParameter: "ValidationError",
    unknownOperation: "InvalidAction",
  },
  matches: () => true,
  read: (service, { query, body }) => {
    const members = membersOfForm(new URLSearchParams([...query, ...new URLSearchParams(body)]));
    const name = String(members["Action"] ?? "");
    const operation = service.operations.find((one) => one.name === name);
    return operation === undefined ? name : { operation, members };
  },
  answer: ({ xmlNamespace }, { name }, answer, requestId) => {
    const content = { [`${name}Result`]: answer, ResponseMetadata: { RequestId: requestId } };
    return { status: 200, headers: headers(requestId), body: xmlDocument(`${name}Response`, xmlOf(content, "member"), xmlNamespace) };
  },
  error: ({ xmlNamespace }, { code, reason }, requestId) => {
    const status = statusOf(code, false);
    const error = { Type: status >= 500 ? "Receiver" : "Sender", Code: code, Message: reason };
    return {
      status,
      headers: headers(requestId),
      body: xmlDocument("ErrorResponse", xmlOf({ Error: error, RequestId: requestId }, "member"), xmlNamespace),
    };
  },
};

function headers(requestId: string) {
  return { "content-type": "text/xml", "x-amzn-requestid": requestId };
}
