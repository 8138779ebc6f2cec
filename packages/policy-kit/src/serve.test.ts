import { afterEach, expect, jest, test } from "@jest/globals";
import type * as kit from "./index";
import type * as serve from "./serve";

interface Started {
  readonly name: string;
  readonly policies: readonly { readonly name: string; readonly validateResource?: (resource: object) => void }[];
}

/** Runs `use` where constructing the SDK's `PolicyPack`, which starts a server, is only recorded; yields what was constructed. */
function startedBy(use: () => void): { readonly sdkLoaded: boolean; readonly started: readonly Started[] } {
  const started: Started[] = [];
  let sdkLoaded = false;
  class PolicyPack {
    constructor(name: string, { policies }: Pick<Started, "policies">) {
      started.push({ name, policies });
    }
  }
  jest.doMock("@pulumi/policy", () => {
    sdkLoaded = true;
    return { PolicyPack };
  });
  jest.isolateModules(use);
  return { sdkLoaded, started };
}

afterEach(() => {
  jest.dontMock("@pulumi/policy");
});

test("importing the kit neither loads the SDK nor starts a server", () => {
  const { sdkLoaded, started } = startedBy(() => {
    expect(jest.requireActual("./index")).toHaveProperty("definePolicy");
  });
  expect({ sdkLoaded, started }).toEqual({ sdkLoaded: false, started: [] });
});

function served(): readonly Started[] {
  const { started } = startedBy(() => {
    const { definePolicy } = jest.requireActual<typeof kit>("./index");
    const { servePack } = jest.requireActual<typeof serve>("./serve");
    const data = { id: "few-things", title: "Things are few.", severity: "low", level: "advisory" } as const;
    servePack({ name: "pack", description: "A pack.", policies: [definePolicy({ ...data, config: {}, check: () => [] })] });
  });
  return started;
}

test("serving a pack starts one server, with the pack's name and policies", () => {
  expect(served()).toMatchObject([
    { name: "pack", policies: [{ name: "few-things" }, { name: "assumptions" }, { name: "inventory" }, { name: "waivers" }] },
  ]);
});

test("under the SDK that is installed, what is served is there only while it is needed", () => {
  const policies = served().flatMap((started) => started.policies);
  for (const { validateResource } of policies) validateResource?.({ urn: "urn:orders", props: {}, getConfig: () => ({}) });
  expect(policies.filter(({ validateResource }) => validateResource !== undefined)).toMatchObject([{ name: "few-things" }]);
});
