import { describe, expect, test } from "@jest/globals";
import { accessesOf } from "./account-accesses";

const environment = { AWS_REGION: "eu-west-1" };

describe("each Region of each account is read once:", () => {
  test.each([
    { what: "that of the environment", flags: {}, accesses: [{ region: "eu-west-1" }] },
    {
      what: "each Region of each profile",
      flags: { profile: ["shop", "bank", "shop"], region: ["us-east-1", "us-east-2"] },
      accesses: [
        { name: "profile shop", profile: "shop", region: "us-east-1" },
        { name: "profile shop", profile: "shop", region: "us-east-2" },
        { name: "profile bank", profile: "bank", region: "us-east-1" },
        { name: "profile bank", profile: "bank", region: "us-east-2" },
      ],
    },
    {
      what: "a role of each account",
      flags: { role: "audit", account: ["111122223333", "444455556666"] },
      accesses: [
        { name: "account 111122223333", region: "eu-west-1", role: { account: "111122223333", name: "audit" } },
        { name: "account 444455556666", region: "eu-west-1", role: { account: "444455556666", name: "audit" } },
      ],
    },
  ])("$what", ({ flags, accesses }) => expect(accessesOf(flags, environment)).toEqual(accesses));
});

test("without a Region, the profile decides", () => {
  expect(accessesOf({ profile: ["shop"] }, {})).toEqual([{ name: "profile shop", profile: "shop" }]);
});

test.each([
  { flags: { role: "audit" }, says: /--role names a role of other accounts\. Specify --account N/ },
  { flags: { account: ["111122223333"] }, says: /--account is read with a role\. Specify --role NAME/ },
  { flags: { role: "audit", account: ["shop"] }, says: /"shop" is not the number of an account/ },
  { flags: { role: "arn:aws:iam::111122223333:role/audit", account: ["111122223333"] }, says: /is not the name of a role/ },
  { flags: { region: ["Frankfurt"] }, says: /"Frankfurt" is not the name of a Region/ },
])("$flags is a mistake", ({ flags, says }) => expect(() => accessesOf(flags, environment)).toThrow(says));
