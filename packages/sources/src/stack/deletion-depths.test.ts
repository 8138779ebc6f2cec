import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import { deletionDepths } from "./deletion-depths";
import { Stack } from "./stack";
import type { StackResource } from "./stack-resource";
import { readStateFile } from "../views/state-file";
import { arbitraryPrograms } from "../testing/arbitrary-program";
import { stateFileOf } from "../testing/state-file-of";

const made = (urn: string, others: Partial<StackResource> = {}): StackResource => ({
  urn,
  type: "random:index/thing:Thing",
  custom: true,
  outputs: {},
  propertyDependencies: {},
  ...others,
});
const part = (urn: string, parent?: string): StackResource =>
  made(urn, { type: "shop:index:Part", custom: false, ...(parent === undefined ? {} : { parent }) });
const depths = (...resources: readonly StackResource[]) => Object.fromEntries(deletionDepths(new Stack(resources)));

describe("a resource is one deeper than", () => {
  test.each<[string, readonly StackResource[]]>([
    ["what it depends on", [made("one"), made("two", { dependencies: ["one"] })]],
    ["what a property depends on", [made("one"), made("two", { propertyDependencies: { name: ["one"] } })]],
    ["its parent", [made("one"), made("two", { parent: "one" })]],
    ["its provider", [made("one"), made("two", { provider: "one" })]],
  ])("%s", (_name, resources) => {
    expect(depths(...resources)).toEqual({ one: 1, two: 2 });
  });

  test("the deepest of several", () => {
    const resources = [made("one"), made("two", { dependencies: ["one"] }), made("three", { dependencies: ["one", "two"] })];
    expect(depths(...resources)).toEqual({ one: 1, two: 2, three: 3 });
  });

  test("the children of a component that it depends on, but not those that depend on it", () => {
    const resources = [
      part("part"),
      made("child", { parent: "part" }),
      made("user", { dependencies: ["part"] }),
      made("late", { parent: "part", dependencies: ["user"] }),
    ];
    expect(depths(...resources)).toEqual({ part: 1, child: 2, user: 3, late: 4 });
  });
});

test("a component that a child names as its parent is not all of its children", () => {
  const resources = [part("part"), made("child", { parent: "part", dependencies: ["part"] }), made("other", { parent: "part" })];
  expect(depths(...resources)).toEqual({ part: 1, child: 2, other: 2 });
});

test("a dependency that is not among the resources does not count", () => {
  expect(depths(made("one", { dependencies: ["read with get"] }))).toEqual({ one: 1 });
});

test("a cycle, which no engine writes, ends", () => {
  expect(depths(made("one", { dependencies: ["two"] }), made("two", { dependencies: ["one"] }))).toEqual({ one: 2, two: 1 });
});

test("a chain may be longer than the call stack", () => {
  const chain = Array.from({ length: 20_000 }, (_, index) => made(String(index), { dependencies: [String(index + 1)] }));
  expect(deletionDepths(new Stack(chain)).get("0")).toBe(20_000);
});

test("every resource is deeper than all that it depends on, and the first ones have depth 1", () => {
  checkLaw({ "a resource is ordered by dependsOn alone": 20 }, [arbitraryPrograms], ({ program }, met) => {
    const { resources } = readStateFile(stateFileOf(program));
    const all = deletionDepths(new Stack(resources));
    const named = (resource: StackResource) => [...(resource.dependencies ?? []), ...Object.values(resource.propertyDependencies).flat()];
    const shallow = resources.flatMap((resource) =>
      named(resource).filter((one) => all.has(one) && (all.get(one) ?? 0) >= (all.get(resource.urn) ?? 0)),
    );
    met(
      "a resource is ordered by dependsOn alone",
      resources.some((one) => (one.dependencies ?? []).some((urn) => !Object.values(one.propertyDependencies).flat().includes(urn))),
    );
    expect(shallow).toEqual([]);
    expect(Math.min(...all.values())).toBe(1);
  });
});
