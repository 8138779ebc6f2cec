import { afterEach, expect, jest, test } from "@jest/globals";
import type * as networking from "./index";

afterEach(() => {
  jest.dontMock("@pulumi/policy");
});

test("importing the policies neither loads the SDK nor starts a server: only the pack's entry does; they are listed by name", () => {
  jest.doMock("@pulumi/policy", () => {
    throw new Error("the SDK was loaded");
  });
  jest.isolateModules(() => {
    const { functionNetworking } = jest.requireActual<typeof networking>("./index");
    const ids = functionNetworking.policies.map(({ id }) => id);
    expect(ids).toContain("functions-in-private-subnets");
    expect(ids).toEqual(ids.toSorted());
  });
});
