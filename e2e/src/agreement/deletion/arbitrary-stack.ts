import fc from "fast-check";
import type { FunctionDescription, Grant, RoleDescription, StackDescription } from "./stack-description";

/** The names of all resources that a stack can have, except its functions. */
export const NAMES = [
  "vpc",
  "subnet0",
  "subnet1",
  "group0",
  "group1",
  "role0",
  "role1",
  "grant0",
  "grant1",
  "further0",
  "further1",
  "table",
];

const mostly = <T>(usual: T, weight: number, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const grant = fc.constantFrom<Grant>("managed", "inline", "attachment", "attachment", "policy");
const role: fc.Arbitrary<RoleDescription> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<RoleDescription>("elsewhere") },
  { weight: 6, arbitrary: fc.uniqueArray(grant, { minLength: 1, maxLength: 2 }) },
);

const oneFunction: fc.Arbitrary<FunctionDescription> = fc.record({
  role: mostly<0 | 1>(0, 3, 1),
  group: mostly<0 | 1>(0, 3, 1),
  subnets: mostly<1 | 2>(2, 2, 1),
  ordered: fc.boolean(),
  publish: mostly(false, 3, true),
  kept: mostly<FunctionDescription["kept"]>("no", 12, "skipDestroy", "skipDestroy", "retainOnDelete"),
  replacement: mostly<FunctionDescription["replacement"]>("none", 5, "default", "other"),
});

const some = (names: readonly string[], most: number): fc.Arbitrary<readonly string[]> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray([...names], { maxLength: most }) });

const each = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Readonly<Record<string, T>>> =>
  fc.record(Object.fromEntries(NAMES.map((name) => [name, value])));

/** Stacks of functions, roles, permissions, groups, subnets and a VPC, each in the stack or not, in any order of dependencies. */
export const arbitraryStack: fc.Arbitrary<StackDescription> = fc.record({
  vpc: mostly(true, 2, false),
  subnets: fc.tuple(fc.boolean(), fc.boolean()),
  groups: fc.tuple(mostly(true, 2, false), fc.boolean()),
  roles: fc.tuple(role, role),
  functions: fc.array(oneFunction, { minLength: 1, maxLength: 2 }),
  explicitProvider: some(NAMES, 3),
  nested: some(NAMES, 3),
  priorities: each(fc.nat(99)),
  dependsOn: each(fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(fc.nat(11), { maxLength: 2 }) })),
});
