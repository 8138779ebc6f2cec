import { expect, test } from "@jest/globals";
import { type AddressNeedKind, between, type Count, exactly, failure, type SubnetBudget, success } from "@lambda-vpc/model";
import { functionSubnets, nameOf, needsOf, subjectOfBudget, usersOf } from "./function-subnets";

const need = (kind: AddressNeedKind, count: Count, ...consumers: readonly string[]) => ({ kind, count, consumers });
const budget = (fields: Partial<SubnetBudget>): SubnetBudget => ({
  subnet: "subnet-1",
  cidrBlock: success("10.0.0.0/24"),
  usable: success(251),
  held: 0,
  needs: [],
  used: exactly(0),
  peak: exactly(0),
  free: success(exactly(251)),
  fitting: {},
  smallest: 28,
  complete: true,
  causes: new Map(),
  ...fields,
});

test.each<readonly [kind: AddressNeedKind, text: string]>([
  ["combinations", "3 used (combinations)"],
  ["network-connector", "3 used (network connectors)"],
  ["nat-gateway", "3 used (NAT gateways)"],
  ["interface-endpoint", "3 used (interface endpoints)"],
  ["application-load-balancer", "3 used (application load balancers)"],
  ["network-load-balancer", "3 used (network load balancers)"],
  ["gateway-load-balancer", "3 used (gateway load balancers)"],
  ["mount-target", "3 used (mount targets)"],
  ["database", "3 used (databases)"],
  ["network-interface", "3 used (network interfaces)"],
  ["instance", "3 used (instances)"],
  ["capacity-provider", "3 used (capacity providers)"],
  ["other", "3 used (other resources)"],
  ["changeover", "3 used, 3 for changeover"],
  ["scaling", "3 used, 3 for connections above 65,000"],
  ["growth", "3 used, 3 for growth"],
])("a need of kind %s is printed as: %s", (kind, text) => {
  expect(needsOf(budget({ needs: [need(kind, exactly(3))], used: exactly(3) }))).toBe(text);
});

test("needs are printed in their order: first those of now, then those at the peak", () => {
  const needs = [
    need("changeover", exactly(4)),
    need("combinations", exactly(4)),
    need("growth", exactly(2)),
    need("mount-target", exactly(1)),
  ];
  expect(needsOf(budget({ needs, used: exactly(5) }))).toBe(
    "5 used (4 for combinations, 1 for mount targets), 4 for changeover, 2 for growth",
  );
});

test.each<readonly [text: string, used: Count]>([
  ["0 used", exactly(0)],
  ["3 used", exactly(3)],
  ["3–5 used", between(3, 4, 5, "known")],
  ["up to 5 used", between(0, 4, 5, "known")],
  ["at least 3 used", between(3, 4, Infinity, "known")],
  ["an unknown number used", between(0, 4, Infinity, "known")],
])("a number is printed as: %s", (text, used) => {
  expect(needsOf(budget({ used }))).toBe(text);
});

test("only functions are users: other consumers take addresses, but no finding is about them", () => {
  const ofFunctions = budget({
    needs: [
      need("combinations", exactly(1), "users", "orders"),
      need("changeover", exactly(1), "stock"),
      need("database", exactly(1), "db"),
    ],
  });
  const ofOthers = budget({ needs: [need("database", exactly(1), "db"), need("growth", exactly(1), "orders")] });
  expect(usersOf(ofFunctions)).toEqual(["orders", "stock", "users"]);
  expect(usersOf(ofOthers)).toEqual([]);
  expect(functionSubnets([ofOthers, ofFunctions])).toEqual([ofFunctions]);
  expect(subjectOfBudget(ofFunctions)).toBe("orders");
});

test("a subnet is printed with its range if that is known", () => {
  expect(nameOf(budget({}))).toBe("subnet-1 (10.0.0.0/24)");
  expect(nameOf(budget({ cidrBlock: failure("range-unknown") }))).toBe("subnet-1");
});
