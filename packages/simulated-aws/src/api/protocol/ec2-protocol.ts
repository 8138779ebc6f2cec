import { AwsError } from "../../account/store/aws-error";
import { membersOfForm } from "./form";
import type { Protocol } from "./protocol";
import { statusOf } from "./status";
import { xmlDocument, xmlOf } from "./xml";

/** The parameters of every call. */
const COMMON = ["Action", "Version"];

/** The protocol of EC2: forms, answered with XML (docs/aws-facts.md#api-protocols). */
export const ec2Protocol: Protocol = {
  errorCodes: {
    unsigned: "MissingAuthenticationToken",
    unknownCredentials: "AuthFailure",
    expired: "RequestExpired",
    invalidScope: "AuthFailure",
    denied: "UnauthorizedOperation",
    throttled: "RequestLimitExceeded",
    invalidParameter: "InvalidParameterValue",
    unknownOperation: "InvalidAction",
  },
  matches: () => true,
  read: (service, { query, body }) => {
    const members = membersOfForm(new URLSearchParams([...query, ...new URLSearchParams(body)]));
    const name = String(members["Action"] ?? "");
    const operation = service.operations.find((one) => one.name === name);
    if (operation === undefined) return name;
    const unknown = Object.keys(members).find((member) => !COMMON.includes(member) && !operation.parameterNames.includes(member));
    if (unknown !== undefined) throw new AwsError("UnknownParameter", `The parameter ${unknown} is not recognized`);
    return { operation, members };
  },
  answer: ({ xmlNamespace }, { name }, answer, requestId) => ({
    status: 200,
    headers: { "content-type": "text/xml;charset=UTF-8", "x-amzn-requestid": requestId },
    body: xmlDocument(`${name}Response`, xmlOf({ requestId, ...answer }, "item"), xmlNamespace),
  }),
  error: (_, { code, reason }, requestId) => ({
    status: statusOf(code, false),
    headers: { "content-type": "text/xml;charset=UTF-8", "x-amzn-requestid": requestId },
    body: xmlDocument("Response", xmlOf({ Errors: { Error: { Code: code, Message: reason } }, RequestID: requestId }, "item")),
  }),
};
