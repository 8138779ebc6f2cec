import { GetObjectCommand, ListBucketsCommand, ListObjectsV2Command, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { serveSeeded, type SeededOptions } from "../../command/serve-seeded";
import { clientSettings } from "../../testing/served-account";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bucket-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(...keys: readonly string[]): void {
  for (const key of keys) {
    mkdirSync(dirname(join(folder, key)), { recursive: true });
    writeFileSync(join(folder, key), `content of ${key}`);
  }
}

async function asked<Result>(use: (client: S3Client) => Promise<Result>, options: SeededOptions = {}): Promise<Result> {
  const { url, close } = await serveSeeded({}, { buckets: { states: folder }, ...options });
  return use(new S3Client(clientSettings(url))).finally(close);
}

/** The keys of all pages, and how many each has. */
async function listed(client: S3Client, request: object = {}) {
  const pages: (string | undefined)[][] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: "states", ...request }))
    pages.push(Contents.map(({ Key }) => Key));
  return { keys: pages.flat(), sizes: pages.map(({ length }) => length) };
}

describe("the objects of a bucket", () => {
  test("are the files of its folder, in the order of their bytes", async () => {
    put("b.json", "a/2.json", "a/1.json", "a-b.json", "Z.json", "é ü&<+%.json");
    const { keys } = await asked((client) => listed(client));
    expect(keys).toEqual(["Z.json", "a-b.json", "a/1.json", "a/2.json", "b.json", "é ü&<+%.json"]);
  });

  test("are listed by prefix, and in pages without a gap", async () => {
    put(...Array.from({ length: 7 }, (_, index) => `states/${index}.json`), "other.json");
    const { keys, sizes } = await asked((client) => listed(client, { Prefix: "states/", MaxKeys: 3 }));
    expect(sizes).toEqual([3, 3, 1]);
    expect(keys).toEqual(Array.from({ length: 7 }, (_, index) => `states/${index}.json`));
    const after = await asked((client) => listed(client, { StartAfter: "states/4.json" }));
    expect(after.keys).toEqual(["states/5.json", "states/6.json"]);
  });

  test("have sizes, dates and their content", async () => {
    put("a/é +%.json");
    await asked(async (client) => {
      const {
        Contents = [],
        KeyCount,
        IsTruncated,
      } = await client.send(new ListObjectsV2Command({ Bucket: "states", EncodingType: "url" }));
      expect({ KeyCount, IsTruncated }).toEqual({ KeyCount: 1, IsTruncated: false });
      expect(Contents).toMatchObject([
        { Key: "a/%C3%A9%20%2B%25.json", Size: 23, StorageClass: "STANDARD", LastModified: expect.any(Date) },
      ]);
      const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: "states", Key: "a/é +%.json" }));
      expect(await Body?.transformToString()).toBe("content of a/é +%.json");
      expect(ETag).toBe(Contents[0]?.ETag);
    });
  });
});

describe("a call is refused", () => {
  test.each<[string, SeededOptions, object, string, number]>([
    ["for a bucket that does not exist", {}, { Bucket: "others", Key: "a" }, "NoSuchBucket", 404],
    ["for an object that does not exist", {}, { Bucket: "states", Key: "a" }, "NoSuchKey", 404],
    ["for an object outside of the folder", {}, { Bucket: "states", Key: "../secret" }, "NoSuchKey", 404],
    ["without the permission", { denied: ["s3:GetObject"] }, { Bucket: "states", Key: "a" }, "AccessDenied", 403],
    ["with a session that has expired", { expired: true }, { Bucket: "states", Key: "a" }, "ExpiredToken", 400],
    ["when there are too many", { throttleEvery: 1 }, { Bucket: "states", Key: "a" }, "SlowDown", 503],
  ])("%s", async (_, options, request, name, httpStatusCode) => {
    const sent = asked((client) => client.send(new GetObjectCommand(request as { Bucket: string; Key: string })), options);
    await expect(sent).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
  });

  test("if it is not simulated", async () => {
    const sent = asked((client) => client.send(new ListBucketsCommand({})));
    await expect(sent).rejects.toMatchObject({ name: "NotImplemented", $metadata: { httpStatusCode: 501 } });
  });

  test("if listing is denied, which is the action s3:ListBucket", async () => {
    const sent = asked((client) => listed(client), { denied: ["s3:ListBucket"] });
    await expect(sent).rejects.toMatchObject({ name: "AccessDenied" });
  });
});
