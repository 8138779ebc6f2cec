import { afterEach, expect, jest, test } from "@jest/globals";
import type * as consolidation from "./index";

afterEach(() => {
  jest.dontMock("@pulumi/policy");
});

test("importing the policies neither loads the SDK nor starts a server: only the pack's entry does; they are listed by name", () => {
  jest.doMock("@pulumi/policy", () => {
    throw new Error("the SDK was loaded");
  });
  jest.isolateModules(() => {
    const { eniConsolidation } = jest.requireActual<typeof consolidation>("./index");
    const ids = eniConsolidation.policies.map(({ id }) => id);
    expect(ids).toContain("eni-budget");
    expect(ids).toEqual(ids.toSorted());
  });
});
