import { describe, expect, test } from "@jest/globals";
import { AccountExample } from "../../testing/account-example";
import { Account, type Transaction } from "./account";
import { newId } from "./identifier";

const vpc = (account: Account, cidrBlock: string) =>
  account.tables.vpcs.put({
    id: newId(account, "vpc"),
    cidrBlock,
    region: "us-east-1",
    tags: {},
    mainRouteTableId: "",
    defaultSecurityGroupId: "",
    enableDnsHostnames: false,
    enableDnsSupport: true,
    instanceTenancy: "default",
  });

describe("a transaction", () => {
  test("that throws has not happened, in any table or index", () => {
    const example = new AccountExample();
    const before = example.account.tables.securityGroups.all();
    const attempt = () =>
      example.account.transact(() => {
        example.group("one");
        example.group("one");
      });
    expect(attempt).toThrow(/^InvalidGroup.Duplicate/);
    expect(example.account.tables.securityGroups.all()).toEqual(before);
    expect(() => example.group("one")).not.toThrow();
  });

  test("that changes nothing leaves nothing to write down", () => {
    expect(new Account().transact(() => 1)).toEqual({ result: 1, transaction: [] });
  });

  test("says all it did, through JSON and back, so that another account becomes the same", () => {
    const [one, other] = [new Account(), new Account()];
    const history: Transaction[] = [
      one.transact((account) => vpc(account, "10.0.0.0/16")).transaction,
      one.transact((account) => account.tables.vpcs.remove(account.tables.vpcs.all()[0]?.id ?? "")).transaction,
      one.transact((account) => [vpc(account, "10.1.0.0/16"), vpc(account, "10.2.0.0/16")]).transaction,
    ];
    for (const transaction of JSON.parse(JSON.stringify(history)) as Transaction[]) other.replay(transaction);
    expect(other.tables.vpcs.all()).toEqual(one.tables.vpcs.all());
    expect(newId(other, "sg")).toBe(newId(one, "sg"));
  });
});

describe("ids", () => {
  const ids = (account: Account) => [1, 2].map((index) => account.transact(() => vpc(account, `10.${index}.0.0/16`)).result.id);

  test("look like AWS's and differ", () => {
    const [one, two] = ids(new Account());
    expect(one).toMatch(/^vpc-0[0-9a-f]{16}$/);
    expect(two).not.toBe(one);
  });

  test("depend on the account's past alone", () => {
    expect(ids(new Account())).toEqual(ids(new Account()));
  });
});
