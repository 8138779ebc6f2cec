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
import { DescribeVpcsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { describe, expect, test } from "@jest/globals";
import { createFileSystem, createMountTarget } from "../../account/address-consumers/file-system";
import { deleteRole } from "../../account/iam/role";
import { AccountExample } from "../../testing/account-example";
import { Account } from "../../account/store/account";
import { defaultSettings } from "../../account/store/simulation-settings";
import { clientSettings, withServed, withServedOrganization } from "../../testing/served-account";

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
  expect(Accounts).toMatchObject([{ Id: "123456789012", State: "ACTIVE", JoinedTimestamp: expect.any(Date) }]);
});

describe("an organization", () => {
  const accounts = () =>
    ["123456789012", "111122223333", "444455556666"].map((id) => new Account(defaultSettings, id)) as [Account, Account, Account];
  const assume = (url: string, RoleArn: string) =>
    new STSClient(clientSettings(url)).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "audit" }));
  const role = (id: string, name = "OrganizationAccountAccessRole") => `arn:aws:iam::${id}:role/${name}`;

  test("is listed in the management account, in pages, and nowhere else", async () => {
    await withServedOrganization(accounts(), {}, async (url) => {
      const client = new OrganizationsClient(clientSettings(url));
      const first = await client.send(new ListAccountsCommand({ MaxResults: 2 }));
      const second = await client.send(new ListAccountsCommand({ MaxResults: 2, NextToken: first.NextToken }));
      expect([...(first.Accounts ?? []), ...(second.Accounts ?? [])].map(({ Id, State }) => [Id, State])).toEqual([
        ["123456789012", "ACTIVE"],
        ["111122223333", "ACTIVE"],
        ["444455556666", "ACTIVE"],
      ]);
      const credentials = { accessKeyId: "AKIA111122223333", secretAccessKey: "simulated" };
      const member = new OrganizationsClient({ ...clientSettings(url), credentials }).send(new ListAccountsCommand({}));
      await expect(member).rejects.toMatchObject({ name: "AccessDeniedException" });
    });
  });

  test("has a role in each member account whose credentials are of that account", async () => {
    await withServedOrganization(accounts(), {}, async (url) => {
      const { Credentials } = await assume(url, role("111122223333"));
      const { AccessKeyId: accessKeyId = "", SecretAccessKey: secretAccessKey = "", SessionToken: sessionToken = "" } = Credentials ?? {};
      const settings = { ...clientSettings(url), credentials: { accessKeyId, secretAccessKey, sessionToken } };
      expect(await new STSClient(settings).send(new GetCallerIdentityCommand({}))).toMatchObject({ Account: "111122223333" });
      const vpcs = async (of: ReturnType<typeof clientSettings>) => (await new EC2Client(of).send(new DescribeVpcsCommand({}))).Vpcs ?? [];
      const [inMember, inManagement] = [await vpcs(settings), await vpcs(clientSettings(url))];
      expect([inMember[0]?.OwnerId, inManagement[0]?.OwnerId]).toEqual(["111122223333", "123456789012"]);
      expect(inMember[0]?.VpcId).not.toEqual(inManagement[0]?.VpcId);
    });
  });

  test.each([
    ["of the management account", role("123456789012"), []],
    ["that does not exist", role("111122223333", "audit"), []],
    ["in an account that does not exist", role("999999999999"), []],
    ["that the switch denies", role("111122223333"), ["arn:aws:iam::111122223333:role/*"]],
  ])("refuses a role %s", async (_, arn, deniedRoles) => {
    const refused = withServedOrganization(accounts(), { deniedRoles }, (url) => assume(url, arn));
    await expect(refused).rejects.toMatchObject({ name: "AccessDenied", message: expect.stringContaining(arn) });
  });

  test("does not know the access key of another account", async () => {
    const credentials = { accessKeyId: "AKIA999999999999", secretAccessKey: "simulated" };
    const refused = withServedOrganization(accounts(), {}, (url) =>
      new STSClient({ ...clientSettings(url), credentials }).send(new GetCallerIdentityCommand({})),
    );
    await expect(refused).rejects.toMatchObject({ name: "InvalidClientTokenId" });
  });
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
