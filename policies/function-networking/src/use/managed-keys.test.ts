import { expect, test } from "@jest/globals";
import { knownList, type Network, select, type Selection, success } from "@lambda-vpc/model";
import { managedKeys, mayContainOthers } from "./managed-keys";

const NOTHING = select(knownList([]), 16);

test.each<readonly [open: boolean, uncertainty: Selection["uncertainty"], expected: boolean]>([
  [true, "list-unknown", true],
  [true, "no-candidates", false],
  [false, "list-unknown", false],
  [false, "no-candidates", false],
])("a list that is open (%s) because of %s may contain others: %s", (open, uncertainty, expected) => {
  expect(mayContainOthers({ ...NOTHING, open, ...(uncertainty === undefined ? {} : { uncertainty }) })).toBe(expected);
});

test("a destroy deletes what the stack creates, not what it adopts", () => {
  const subnet = { public: false };
  const group = { outbound: success([]), references: success([]), otherUsers: [] };
  const network: Network = {
    subnets: [
      { ...subnet, key: "created-subnet" },
      { ...subnet, key: "adopted-subnet", adopted: true },
    ],
    securityGroups: [
      { ...group, key: "created-group", adopted: false },
      { ...group, key: "adopted-group", adopted: true },
    ],
    attachments: [],
  };
  expect(managedKeys(network)).toEqual(new Set(["created-subnet", "created-group"]));
});
