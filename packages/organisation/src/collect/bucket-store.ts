import type { S3Client, S3ClientConfig } from "@aws-sdk/client-s3";
import { awsErrorName, awsFailure } from "../aws/aws-failure";
import { SourceError, type SourceStore } from "./source-store";

/** A place in S3. */
export interface BucketLocation {
  readonly bucket: string;
  /** What the names of its objects begin with. Empty for all objects. */
  readonly prefix: string;
}

/** The place that `s3://BUCKET/PREFIX` names. Undefined for another text. */
export function readBucketLocation(text: string): BucketLocation | undefined {
  const { bucket, prefix = "" } = /^s3:\/\/(?<bucket>[^/]+)(?:\/(?<prefix>.*))?$/.exec(text)?.groups ?? {};
  return bucket === undefined ? undefined : { bucket, prefix: prefix === "" || prefix.endsWith("/") ? prefix : `${prefix}/` };
}

/** Settings of the client. Credentials come from the default chain of the SDK. */
export type BucketSettings = S3ClientConfig;

/**
 * The objects of a bucket with a prefix. Their names are relative to it. It needs the actions `s3:ListBucket` and `s3:GetObject`. `close` ends its client.
 */
export function bucketStore({ bucket, prefix }: BucketLocation, settings: BucketSettings = {}): SourceStore & { close(): Promise<void> } {
  let opened: Promise<S3Client> | undefined;
  const client = (): Promise<S3Client> => (opened ??= openClient(settings));
  return {
    async list() {
      const { paginateListObjectsV2 } = await import("@aws-sdk/client-s3");
      const names: string[] = [];
      try {
        for await (const { Contents = [] } of paginateListObjectsV2({ client: await client() }, { Bucket: bucket, Prefix: prefix }))
          names.push(...Contents.flatMap(({ Key }) => (Key === undefined || Key.endsWith("/") ? [] : [Key.slice(prefix.length)])));
      } catch (error) {
        throw bucketError(bucket, error);
      }
      return names.sort();
    },
    async read(name) {
      const { GetObjectCommand } = await import("@aws-sdk/client-s3");
      const { Body } = await (await client()).send(new GetObjectCommand({ Bucket: bucket, Key: prefix + name }));
      if (Body === undefined) throw new Error("S3 returned no content.");
      return Body.transformToByteArray();
    },
    async close() {
      (await opened)?.destroy();
    },
  };
}

async function openClient(settings: BucketSettings): Promise<S3Client> {
  const { S3Client: Client } = await import("@aws-sdk/client-s3");
  return new Client({ followRegionRedirects: true, retryMode: "adaptive", ...settings });
}

/** The errors that only S3 has (docs/aws-facts.md#objects-of-s3). */
const answers: Readonly<Record<string, { readonly code: SourceError["code"]; readonly fix: string }>> = {
  NoSuchBucket: { code: "missing", fix: "Check the name of the bucket." },
  AccessDenied: { code: "refused", fix: "Allow the actions s3:ListBucket and s3:GetObject on it." },
};

function bucketError(bucket: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const known = answers[error.name] ?? awsFailure(error);
  return known === undefined ? error : new SourceError(known.code, `Bucket ${bucket}: ${error.message || awsErrorName(error)}`, known.fix);
}
