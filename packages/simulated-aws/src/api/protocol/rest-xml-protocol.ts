import { AwsError } from "../../account/store/aws-error";
import type { Operation } from "../operation/operation";
import type { HttpRequest } from "./http-message";
import type { Protocol } from "./protocol";
import { statusOf } from "./status";
import { xmlDocument, xmlOf } from "./xml";

/** REST with XML, as S3 has it: the bucket and the key are in the path (docs/aws-facts.md#api-protocols, docs/aws-facts.md#objects-of-s3). */
export const restXmlProtocol: Protocol = {
  errorCodes: {
    unsigned: "AccessDenied",
    unknownCredentials: "InvalidAccessKeyId",
    expired: "ExpiredToken",
    invalidScope: "AuthorizationHeaderMalformed",
    denied: "AccessDenied",
    throttled: "SlowDown",
    invalidParameter: "InvalidArgument",
    unknownOperation: "NotImplemented",
  },
  matches: () => true,
  read: ({ operations }, request) => {
    const [, Bucket, Key] = /^\/([^/]+)(?:\/(.+))?$/.exec(request.path) ?? [];
    const operation = Bucket === undefined ? undefined : operations.find(({ route }) => isAsked(route, request, Key));
    if (operation === undefined) return `${request.method} ${request.path}`;
    const inPath = [["Bucket", Bucket] as const, ["Key", Key] as const].flatMap(([name, value]) =>
      value === undefined ? [] : [[name, decoded(value)] as const],
    );
    return { operation, members: { ...Object.fromEntries(request.query), ...Object.fromEntries(inPath) } };
  },
  answer: ({ xmlNamespace }, { name }, { Body, ...answer }, requestId) =>
    typeof Body === "string"
      ? {
          status: 200,
          headers: {
            "accept-ranges": "bytes",
            "content-type": "binary/octet-stream",
            etag: String(answer["ETag"]),
            "last-modified": String(answer["LastModified"]),
            "x-amz-request-id": requestId,
          },
          body: Buffer.from(Body, "base64"),
        }
      : { status: 200, headers: headers(requestId), body: xmlDocument(resultOf(name), xmlOf(answer, undefined), xmlNamespace) },
  error: (_, { code, reason }, requestId) => ({
    // Other services answer 403 to an expired session.
    status: code === "ExpiredToken" ? 400 : statusOf(code, false),
    headers: headers(requestId),
    body: xmlDocument("Error", xmlOf({ Code: code, Message: reason, RequestId: requestId }, undefined)),
  }),
};

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new AwsError("InvalidURI", "Couldn't parse the specified URI.");
  }
}

function isAsked(route: Operation["route"], { method }: HttpRequest, key: string | undefined): boolean {
  return route?.method === method && route.path.includes("{Key+}") === (key !== undefined);
}

/** S3 names the document of a listing after its first version. */
function resultOf(operation: string): string {
  return operation === "ListObjectsV2" ? "ListBucketResult" : `${operation}Result`;
}

function headers(requestId: string) {
  return { "content-type": "application/xml", "x-amz-request-id": requestId };
}
