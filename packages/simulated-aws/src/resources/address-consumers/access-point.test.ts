import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { UNKNOWN } from "../../property/value";
import { addressOf, ProviderExample } from "../../testing/provider-example";

const TYPE = "aws:efs/accessPoint:AccessPoint";

let example: ProviderExample;
beforeEach(() => {
  example = new ProviderExample();
});
afterEach(() => {
  example.end();
});

const fileSystem = async () => (await example.make("aws:efs/fileSystem:FileSystem", {})).id;

describe("an access point", () => {
  test.each([
    { says: "the root of its file system by default", rootDirectory: undefined, outputs: { path: "/" } },
    {
      says: "another directory",
      rootDirectory: { path: "/orders", creationInfo: { ownerGid: 1000, ownerUid: 1000, permissions: "750" } },
      outputs: { path: "/orders", creationInfo: { ownerGid: 1000, ownerUid: 1000, permissions: "750" } },
    },
  ])("has an ARN and shows $says, also at the next preview", async ({ rootDirectory, outputs }) => {
    const fileSystemId = await fileSystem();
    const inputs = { fileSystemId, posixUser: { uid: 1000, gid: 1000 }, ...(rootDirectory && { rootDirectory }) };
    const created = await example.make(TYPE, inputs);
    expect(created.id).toMatch(/^fsap-0[0-9a-f]{16}$/);
    expect(created.outputs).toMatchObject({
      arn: `arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/${created.id}`,
      fileSystemArn: `arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/${fileSystemId}`,
      ownerId: "123456789012",
      posixUser: { uid: 1000, gid: 1000 },
      rootDirectory: outputs,
    });
    expect(example.provider.diff(addressOf(TYPE), created.inputs, created.outputs)).toEqual([]);
  });

  test("is planned with its ARN and root directory unknown", () => {
    expect(example.preview(TYPE, { fileSystemId: UNKNOWN })).toMatchObject({
      arn: UNKNOWN,
      fileSystemArn: UNKNOWN,
      rootDirectory: UNKNOWN,
    });
  });

  test("is read by its id", async () => {
    const { id } = await example.make(TYPE, { fileSystemId: await fileSystem(), tags: { team: "shop" } });
    expect(example.provider.read(addressOf(TYPE), id, {}, {})?.outputs).toMatchObject({
      tags: { team: "shop" },
      rootDirectory: { path: "/" },
    });
  });
});

test("the provider waits until a mount target is available", async () => {
  const { group, subnets } = await example.network();
  const fileSystemId = await fileSystem();
  await example.make("aws:efs/mountTarget:MountTarget", { fileSystemId, subnetId: subnets[0], securityGroups: [group] });
  const states = example.provider.account.run(({ tables }) => tables.mountTargets.all().map(({ creating }) => creating));
  expect(states).toEqual([undefined]);
  expect(example.waits).toEqual([1000]);
});
