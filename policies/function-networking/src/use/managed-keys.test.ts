import { expect, test } from "@jest/globals";
import { type Network, success } from "@lambda-vpc/model";
import { managedKeys } from "./managed-keys";

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
