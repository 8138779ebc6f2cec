import { InvalidParameter, type Members } from "../operation/parameters";
import { cborOf, valueOfCbor } from "./cbor";
import { JSON_ERROR_CODES } from "./json-protocol";
import type { Protocol } from "./protocol";
import { queryErrorHeaders, typeOfError } from "./query-compatible-error";
import { statusOf } from "./status";

/** Smithy RPC v2 with CBOR: the operation is in the path (docs/aws-facts.md#api-protocols). */
export const cborProtocol: Protocol = {
  errorCodes: JSON_ERROR_CODES,
  matches: ({ headers }) => headers["smithy-protocol"] === "rpc-v2-cbor",
  read: ({ targetPrefix, operations }, { path, bytes }) => {
    const [, service, name = path] = /^\/service\/([^/]+)\/operation\/([^/]+)$/.exec(path) ?? [];
    const operation = service === targetPrefix ? operations.find((one) => one.name === name) : undefined;
    return operation === undefined ? name : { operation, members: bytes.length === 0 ? {} : membersOf(valueOfCbor(bytes)) };
  },
  answer: (_, __, answer, requestId) => ({ status: 200, headers: headers(requestId), body: cborOf(answer) }),
  error: (service, error, requestId) => {
    const status = statusOf(error.code, false);
    return {
      status,
      headers: { ...headers(requestId), ...queryErrorHeaders(service, error, status) },
      body: cborOf({ __type: typeOfError(service, error), message: error.reason }),
    };
  },
};

function membersOf(value: unknown): Members {
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Uint8Array)
    throw new InvalidParameter("The request body is not a map.");
  return { ...value };
}

function headers(requestId: string) {
  return { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor", "x-amzn-requestid": requestId };
}
