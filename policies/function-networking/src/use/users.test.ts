import { expect, test } from "@jest/globals";
import { between, exactly, knownList, type ResolvedAttachment, select, type Selection, type Uncertainty } from "@lambda-vpc/model";
import { possibleUse, type Use, useOf, usersBy } from "./users";

const NOTHING = select(knownList([]), 16);
const list = (...keys: readonly string[]): Selection => select(knownList(keys), 16);

const partial = (fields: Partial<Selection>): Selection => ({ ...NOTHING, ...fields });

test.each<readonly [sentence: string, list: Selection, use: Use | undefined]>([
  ["a list that contains the key", list("a", "key"), { count: exactly(1, "known") }],
  ["a list that contains the key by dependencies", { ...list("key"), basis: "dependencies" }, { count: exactly(1, "dependencies") }],
  ["a list without the key", list("a"), undefined],
  [
    "a list that likely contains the key",
    partial({ likely: ["key"], possible: ["a", "key"], uncertainty: "part-of-candidates" }),
    { count: between(0, 1, 1, "known"), cause: "part-of-candidates" },
  ],
  [
    "a list that may contain the key",
    partial({ possible: ["a", "key"], uncertainty: "part-of-candidates" }),
    { count: between(0, 0, 1, "known"), cause: "part-of-candidates" },
  ],
  [
    "a list that may contain the key, without a cause",
    partial({ possible: ["key"] }),
    { count: between(0, 0, 1, "known"), cause: "list-unknown" },
  ],
  [
    "a list that may contain an alias",
    partial({ possible: ["a", "alias"] }),
    { count: between(0, 0, 1, "known"), cause: "perhaps-same-resource" },
  ],
])("the use of a key by %s", (_, list, use) => {
  expect(useOf("key", list, ["alias", "other"])).toEqual(use);
});

test("without aliases, only the key itself counts", () => {
  expect(useOf("key", list("alias"))).toBeUndefined();
});

test("users are grouped by cause, in canonical order, and counted with bounds", () => {
  const uses: Readonly<Record<string, Use>> = {
    users: { count: exactly(1, "known") },
    orders: { count: exactly(1, "known") },
    stock: possibleUse("list-unknown", true),
    billing: possibleUse("list-unknown", false),
    audit: possibleUse("vpc-unknown", false),
  };
  const attachments = ["users", "orders", "none", "stock", "billing", "audit"].map((consumer): ResolvedAttachment => ({
    consumer,
    subnets: NOTHING,
    securityGroups: NOTHING,
  }));
  const users = usersBy(attachments, ({ consumer }) => uses[consumer]);
  expect(users.certain).toEqual(["orders", "users"]);
  expect(users.possible).toEqual(
    new Map<Uncertainty, readonly string[]>([
      ["list-unknown", ["billing", "stock"]],
      ["vpc-unknown", ["audit"]],
    ]),
  );
  expect(users.count).toEqual(between(2, 3, 5, "known"));
});
