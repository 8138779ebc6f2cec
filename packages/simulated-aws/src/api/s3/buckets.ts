import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** An object of a bucket, as a listing shows it. */
export interface ListedObject {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** In milliseconds since 1970. */
  readonly modified: number;
}

/** The buckets that are served: folders whose files are the objects, by the names of the buckets. */
export type Buckets = ReadonlyMap<string, string>;

/** The objects of a bucket, sorted by their keys as S3 sorts them: by their bytes. Undefined if there is no such bucket. */
export function objectsOf(buckets: Buckets, bucket: string): readonly ListedObject[] | undefined {
  const folder = buckets.get(bucket);
  if (folder === undefined) return undefined;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(path);
      return { key: relative(folder, path).split(sep).join("/"), size, modified: mtimeMs };
    })
    .sort((one, other) => Buffer.compare(Buffer.from(one.key), Buffer.from(other.key)));
}

/** The content of an object. The object must be one of `objectsOf`. */
export function contentOf(buckets: Buckets, bucket: string, { key }: ListedObject): Uint8Array {
  return readFileSync(join(buckets.get(bucket) ?? "", key));
}
