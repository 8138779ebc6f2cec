import {
  DescribeFileSystemsCommand,
  DescribeMountTargetSecurityGroupsCommand,
  DescribeMountTargetsCommand,
  EFSClient,
} from "@aws-sdk/client-efs";
import { ListAccountsCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  ListServiceQuotasCommand,
  ServiceQuotasClient,
} from "@aws-sdk/client-service-quotas";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { expect, test } from "@jest/globals";
import { createFileSystem, createMountTarget } from "../../account/address-consumers/file-system";
import { deleteRole } from "../../account/iam/role";
import { AccountExample } from "../../testing/account-example";
import { clientSettings, withServed } from "../../testing/served-account";

test("the granted quota is that of the account, beside the default", async () => {
  const { account } = new AccountExample({ interfacesPerVpc: 1200 });
  await withServed(account, {}, async (url) => {
    const client = new ServiceQuotasClient(clientSettings(url));
    const quota = { ServiceCode: "lambda", QuotaCode: "L-9FEE3D26" };
    expect((await client.send(new GetServiceQuotaCommand(quota))).Quota).toMatchObject({ ...quota, Value: 1200, Adjustable: true });
    expect((await client.send(new GetAWSDefaultServiceQuotaCommand(quota))).Quota).toMatchObject({ ...quota, Value: 500 });
    expect((await client.send(new ListServiceQuotasCommand({ ServiceCode: "lambda" }))).Quotas).toMatchObject([{ ...quota, Value: 1200 }]);
    const other = client.send(new GetServiceQuotaCommand({ ServiceCode: "lambda", QuotaCode: "L-0" }));
    await expect(other).rejects.toMatchObject({ name: "NoSuchResourceException" });
  });
});

test("file systems have their mount targets with subnet, interface and groups", async () => {
  const example = new AccountExample();
  const [subnetId, group] = [example.subnet(), example.group()];
  const { id: fileSystemId } = createFileSystem(example.account, { region: "us-east-1", tags: { Name: "data" } });
  const { id } = createMountTarget(example.account, { fileSystemId, subnetId, securityGroupIds: [group], ipAddress: undefined });
  await withServed(example.account, {}, async (url) => {
    const client = new EFSClient(clientSettings(url));
    const { FileSystems } = await client.send(new DescribeFileSystemsCommand({}));
    expect(FileSystems).toMatchObject([
      { FileSystemId: fileSystemId, Name: "data", NumberOfMountTargets: 1, CreationTime: expect.any(Date) },
    ]);
    const { MountTargets } = await client.send(new DescribeMountTargetsCommand({ FileSystemId: fileSystemId }));
    expect(MountTargets).toMatchObject([{ MountTargetId: id, SubnetId: subnetId, LifeCycleState: "creating", VpcId: example.vpcId }]);
    expect(await client.send(new DescribeMountTargetSecurityGroupsCommand({ MountTargetId: id }))).toMatchObject({
      SecurityGroups: [group],
    });
    await expect(client.send(new DescribeFileSystemsCommand({ FileSystemId: "fs-0" }))).rejects.toMatchObject({
      name: "FileSystemNotFound",
    });
    await expect(client.send(new DescribeMountTargetsCommand({}))).rejects.toMatchObject({ name: "BadRequest" });
  });
});

test("the organization consists of the account", async () => {
  const { account } = new AccountExample();
  const { Accounts } = await withServed(account, {}, (url) =>
    new OrganizationsClient(clientSettings(url)).send(new ListAccountsCommand({})),
  );
  expect(Accounts).toMatchObject([{ Id: "123456789012", Status: "ACTIVE", JoinedTimestamp: expect.any(Date) }]);
});

test("the credentials of a role are for that role, and expire", async () => {
  const { account, role } = new AccountExample();
  let time = Date.parse("2026-12-01T00:00:00Z");
  const now = () => time;
  await withServed(
    account,
    {},
    async (url) => {
      const user = new STSClient(clientSettings(url));
      expect(await user.send(new GetCallerIdentityCommand({}))).toMatchObject({
        Arn: "arn:aws:iam::123456789012:user/simulated",
        Account: "123456789012",
      });
      const { Credentials } = await user.send(new AssumeRoleCommand({ RoleArn: role, RoleSessionName: "audit", DurationSeconds: 900 }));
      const { AccessKeyId: accessKeyId = "", SecretAccessKey: secretAccessKey = "", SessionToken: sessionToken = "" } = Credentials ?? {};
      expect(Credentials?.Expiration).toEqual(new Date("2026-12-01T00:15:00Z"));
      const session = new STSClient({ ...clientSettings(url), credentials: { accessKeyId, secretAccessKey, sessionToken } });
      const arn = "arn:aws:sts::123456789012:assumed-role/functions/audit";
      expect(await session.send(new GetCallerIdentityCommand({}))).toMatchObject({
        Arn: arn,
        UserId: expect.stringMatching(/^AROA.*:audit$/),
      });
      const forged = new STSClient({ ...clientSettings(url), credentials: { accessKeyId, secretAccessKey, sessionToken: "x" } });
      await expect(forged.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: "InvalidClientTokenId" });
      time += 900_000;
      await expect(session.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: expect.stringMatching(/^ExpiredToken/) });
    },
    now,
  );
});

test.each([
  ["that was deleted", (role: string) => ({ RoleArn: role }), "AccessDenied"],
  ["of another account", (role: string) => ({ RoleArn: role.replace("123456789012", "210987654321") }), "AccessDenied"],
  ["for longer than it allows", (role: string) => ({ RoleArn: role, DurationSeconds: 7200 }), "ValidationError"],
])("a role %s cannot be assumed", async (_, request, name) => {
  const { account, role } = new AccountExample();
  if (name === "AccessDenied") deleteRole(account, "functions");
  const sent = withServed(account, {}, (url) =>
    new STSClient(clientSettings(url)).send(new AssumeRoleCommand({ RoleSessionName: "audit", ...request(role) })),
  );
  await expect(sent).rejects.toMatchObject({ name });
});
