import { expect, test } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";
import { type PermissionArgs, statementsOf } from "./permission-args";

/** Why an output failed; all its promises fail together, so all are awaited, and none is in the SDK's types. */
async function ending(list: ReturnType<typeof statementsOf>): Promise<unknown> {
  const output = list as unknown as {
    promise(): Promise<unknown>;
    readonly isKnown: Promise<boolean>;
    readonly isSecret: Promise<boolean>;
  };
  const [statements] = await Promise.all([output.promise(), output.isKnown, output.isSecret]);
  return statements;
}

const read: PermissionArgs = { actions: ["s3:GetObject"], resources: [pulumi.output("arn:aws:s3:::b/*")] };

test("a permission is a statement that allows, as narrow as it says", async () => {
  const conditions = [{ test: "Bool", variable: "aws:SecureTransport", values: ["true"] }];
  expect(await ending(statementsOf([read, { ...read, conditions }]))).toEqual([
    { Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::b/*"] },
    {
      Effect: "Allow",
      Action: ["s3:GetObject"],
      Resource: ["arn:aws:s3:::b/*"],
      Condition: { Bool: { "aws:SecureTransport": ["true"] } },
    },
  ]);
});

test("two conditions of one kind are refused: side by side, IAM would take either for enough", async () => {
  const conditions = ["a", "b"].map((value) => ({ test: "StringLike", variable: "s3:prefix", values: [value] }));
  await expect(ending(statementsOf([{ ...read, conditions }]))).rejects.toThrow(
    "A permission has two conditions StringLike on s3:prefix. Merge their values if either may match, or split the permission in two.",
  );
});
