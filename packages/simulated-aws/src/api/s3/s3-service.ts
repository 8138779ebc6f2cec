import { createHash } from "node:crypto";
import { AwsError } from "../../account/store/aws-error";
import type { AnswerObject } from "../operation/answer";
import type { Call } from "../operation/call";
import { operation } from "../operation/operation";
import { isToken, pageOfEntries } from "../operation/page";
import { InvalidParameter, requireParameter } from "../operation/parameters";
import type { Service } from "../operation/service";
import { contentOf, type ListedObject, objectsOf } from "./buckets";

/** The largest page of a listing (docs/aws-facts.md#objects-of-s3). */
const PAGE_SIZE = 1000;

const listObjectsV2 = operation({
  name: "ListObjectsV2",
  action: "ListBucket",
  route: { method: "GET", path: "/{Bucket}" },
  parameters: {
    Bucket: "text",
    "list-type": "text",
    prefix: "text",
    "start-after": "text",
    "continuation-token": "text",
    "max-keys": "integer",
    "encoding-type": "text",
  },
  answer: (call, input) => {
    const bucket = requireParameter(input.Bucket, "Bucket");
    const { prefix = "", "max-keys": size = PAGE_SIZE, "continuation-token": token, "start-after": after } = input;
    if (size < 0) throw new InvalidParameter("Argument max-keys must be an integer from 0 to 2147483647");
    if (token !== undefined && !isToken(token)) throw new InvalidParameter("The continuation token provided is incorrect");
    const listed = bucketObjects(call, bucket).filter(({ key }) => key.startsWith(prefix));
    const { rows, nextToken } = pageOfEntries(
      (last = after) => listed.filter(({ key }) => last === undefined || isAfter(key, last)).map((row) => ({ key: row.key, row })),
      { token, size: Math.min(size, PAGE_SIZE) },
    );
    const encoded = (text: string): string => (input["encoding-type"] === "url" ? encodeURIComponent(text).replaceAll("%2F", "/") : text);
    return {
      Name: bucket,
      Prefix: encoded(prefix),
      KeyCount: rows.length,
      MaxKeys: size,
      IsTruncated: nextToken !== undefined,
      NextContinuationToken: nextToken,
      ContinuationToken: token,
      StartAfter: after,
      EncodingType: input["encoding-type"],
      Contents: rows.map((row) => described(row, encoded(row.key))),
    };
  },
});

const getObject = operation({
  name: "GetObject",
  route: { method: "GET", path: "/{Bucket}/{Key+}" },
  parameters: { Bucket: "text", Key: "text" },
  answer: (call, input) => {
    const [bucket, key] = [requireParameter(input.Bucket, "Bucket"), requireParameter(input.Key, "Key")];
    const found = bucketObjects(call, bucket).find((one) => one.key === key);
    if (found === undefined) throw new AwsError("NoSuchKey", "The specified key does not exist.");
    // Answers hold no bytes. The protocol writes these as they are.
    const Body = Buffer.from(contentOf(call.buckets, bucket, found)).toString("base64");
    return { Body, ETag: tagOf(found), LastModified: new Date(found.modified).toUTCString() };
  },
});

export const s3Service: Service = {
  name: "s3",
  protocols: ["rest-xml"],
  xmlNamespace: "http://s3.amazonaws.com/doc/2006-03-01/",
  operations: [getObject, listObjectsV2],
};

function bucketObjects({ buckets }: Call, bucket: string): readonly ListedObject[] {
  const objects = objectsOf(buckets, bucket);
  if (objects === undefined) throw new AwsError("NoSuchBucket", "The specified bucket does not exist");
  return objects;
}

function isAfter(key: string, other: string): boolean {
  return Buffer.compare(Buffer.from(key), Buffer.from(other)) > 0;
}

function described(object: ListedObject, key: string): AnswerObject {
  const LastModified = new Date(object.modified).toISOString();
  return { Key: key, LastModified, ETag: tagOf(object), Size: object.size, StorageClass: "STANDARD" };
}

/** Stays the same while the file does. */
function tagOf({ key, size, modified }: ListedObject): string {
  return `"${createHash("md5").update(`${key} ${size} ${modified}`).digest("hex")}"`;
}
