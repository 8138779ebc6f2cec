import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Account } from "../account/store/account";
import { ec2AddressErrors } from "../account/interfaces/address-assignment";
import { freeAddresses } from "../account/interfaces/address-count";
import { defaultSettings } from "../account/store/simulation-settings";
import { createInterface } from "../account/interfaces/owned-interface";
import { createRole } from "../account/iam/role";
import { AccountFile } from "./account-file";
import { UnusableAccount } from "./unusable-account";

let folder: string;
let path: string;
let notes: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "account-file-"));
  path = join(folder, "deeper", "account.jsonl");
  notes = [];
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const open = () => new AccountFile(path, defaultSettings, (note) => notes.push(note));
const addRole = (name: string) => (account: Account) =>
  createRole(account, { id: name, path: "/", assumeRolePolicy: "{}", description: "", maxSessionDuration: 3600, tags: {} });
const roles = (account: Account) => account.tables.roles.all().map(({ id }) => id);

describe("an account's file", () => {
  test("is made with its folder, one line an operation, and read again", () => {
    const one = open();
    one.run(addRole("a"));
    one.run(addRole("b"));
    expect(readFileSync(path, "utf8").trim().split("\n")).toHaveLength(2);
    expect(open().run(roles)).toEqual(["a", "b"]);
  });

  test("of before there was anything but functions in subnets opens, and takes what there is now", () => {
    const subnet = {
      id: "subnet-0a",
      vpcId: "vpc-0a",
      region: "us-east-1",
      tags: {},
      cidrBlock: "10.0.0.0/28",
      availabilityZone: "us-east-1a",
    };
    const eni = { id: "eni-0a", vpcId: "vpc-0a", subnetId: "subnet-0a", securityGroupIds: ["sg-0a"], madeFor: "orders", role: "r" };
    const line = {
      form: 1,
      changes: [
        ["subnets", subnet.id, subnet],
        ["networkInterfaces", eni.id, eni],
      ],
    };
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(line)}\n`);
    const left = (account: Account) => freeAddresses(account, subnet.id);
    expect(open().run(left)).toBe(10);
    const request = { subnetId: subnet.id, securityGroupIds: [], interfaceType: "interface", description: "", count: 2 };
    open().run((account) => createInterface(account, request, ec2AddressErrors));
    expect(open().run(left)).toBe(8);
  });

  test("is not touched by whoever only looks, or whom AWS refuses", () => {
    const one = open();
    one.run(addRole("a"));
    const before = readFileSync(path, "utf8");
    one.run(roles);
    expect(() => one.run(addRole("a"))).toThrow(/^EntityAlreadyExists/);
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  test("shows each of two processes what the other did", () => {
    const [one, other] = [open(), open()];
    one.run(addRole("a"));
    other.run(addRole("b"));
    one.run(addRole("c"));
    expect([one.run(roles), other.run(roles)]).toEqual([
      ["a", "b", "c"],
      ["a", "b", "c"],
    ]);
  });

  test("can be forgotten, also under another process that has it open", () => {
    const [one, other] = [open(), open()];
    one.run(addRole("a"));
    other.run(roles);
    one.reset();
    expect(other.run(roles)).toEqual([]);
    one.run(addRole("b"));
    expect(other.run(roles)).toEqual(["b"]);
  });
});

describe("an interruption", () => {
  test.each(['{"form":1,"chan', "x", '{"form":1,"changes":[]}'])(
    "that cut the last line to %s costs that operation alone, and is said",
    (torn) => {
      open().run(addRole("a"));
      appendFileSync(path, torn);
      const later = open();
      expect(later.run(roles)).toEqual(["a"]);
      expect(notes).toEqual([expect.stringMatching(/line 2 of .*account\.jsonl is incomplete after \d+ characters/)]);
      later.run(addRole("b"));
      expect(open().run(roles)).toEqual(["a", "b"]);
    },
  );

  test("of the very first operation leaves an empty account", () => {
    open().run(roles);
    writeFileSync(path, '{"form"');
    expect(open().run(roles)).toEqual([]);
  });
});

describe("a file that is not an account's", () => {
  test.each([
    { says: "a line that is no JSON", line: "}{" },
    { says: "a line of something else", line: '{"some":"thing"}' },
    { says: "a line of a later form", line: '{"form":2,"changes":[]}' },
  ])("is refused for $says, with its number and the fix, and stays as it is", ({ line }) => {
    open().run(addRole("a"));
    appendFileSync(path, `${line}\n`);
    const before = readFileSync(path, "utf8");
    const later = open();
    for (const attempt of [1, 2])
      expect(() => later.run(addRole(`b${attempt}`))).toThrow(
        expect.objectContaining({
          name: UnusableAccount.name,
          message: expect.stringMatching(/Line 2 of .*account\.jsonl.*\. Remove .*"reset"/),
        }),
      );
    expect(readFileSync(path, "utf8")).toBe(before);
  });
});

describe("a file that another process deletes and makes again", () => {
  test("is read from its start, also if the new file has the inode and at least the size of the old one", () => {
    const reader = open();
    reader.run(addRole("a"));
    expect(reader.run(roles)).toEqual(["a"]);
    const { ino } = statSync(path);
    const other = join(folder, "other.jsonl");
    const made = new AccountFile(other, defaultSettings, () => undefined);
    for (const name of ["b", "c"]) made.run(addRole(name));
    // Written into the same file: a file system may give a new file the inode of the deleted one.
    writeFileSync(path, readFileSync(other));
    expect(statSync(path).ino).toBe(ino);
    expect(reader.run(roles)).toEqual(["b", "c"]);
  });

  test("is read from its start after a reset that repeats the same operations", () => {
    const [reader, writer] = [open(), open()];
    for (let round = 0; round < 50; round++) {
      writer.run(addRole("a"));
      if (round > 0) writer.run(addRole("b"));
      expect(reader.run(roles)).toEqual(round === 0 ? ["a"] : ["a", "b"]);
      writer.reset();
    }
    expect(reader.run(roles)).toEqual([]);
  });

  test("is read from its start by a process that reads while others reset", () => {
    const reader = open();
    reader.run(addRole("a"));
    // The operations of the two accounts are the same, and so are their lines but for the generation.
    const before = readFileSync(path, "utf8");
    reader.reset();
    reader.run(addRole("a"));
    expect(readFileSync(path, "utf8")).not.toBe(before);
  });
});

test("no lock stays behind, whatever happens", () => {
  const one = open();
  one.run(addRole("a"));
  expect(() => one.run(addRole("a"))).toThrow();
  expect(existsSync(`${path}.lock`)).toBe(false);
});
