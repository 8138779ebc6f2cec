import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import type * as kit from "./index";
import type { Pack } from "./pack/policy-pack";
import type * as serve from "./serve";
import { failureText } from "./serving/failure-text";

interface Started {
  readonly name: string;
  readonly policies: readonly { readonly name: string; readonly validateResource?: (resource: object) => void }[];
  readonly configuration: object;
}

/** What happened to the process of a pack. */
interface Observed {
  /** Whether the SDK was loaded. */
  sdkLoaded: boolean;
  readonly started: Started[];
  /** The last words of the process. */
  readonly ended: string[];
  readonly listeners: Map<unknown, (failure: unknown) => void>;
}

let observed: Observed;

beforeEach(() => {
  observed = { sdkLoaded: false, started: [], ended: [], listeners: new Map() };
  class PolicyPack {
    constructor(name: string, { policies }: Pick<Started, "policies">, configuration: object) {
      observed.started.push({ name, policies, configuration });
    }
  }
  jest.doMock("@pulumi/policy", () => {
    observed.sdkLoaded = true;
    return { PolicyPack };
  });
  jest.doMock("./serving/end-process", () => ({
    endProcess: (text: string): never => {
      observed.ended.push(text);
      throw new Error("the process has ended");
    },
  }));
  jest.spyOn(process, "prependListener").mockImplementation((event: unknown, listener: unknown) => {
    observed.listeners.set(event, listener as (failure: unknown) => void);
    return process;
  });
});

afterEach(() => {
  jest.dontMock("@pulumi/policy");
  jest.dontMock("@pulumi/policy/version");
  jest.dontMock("./serving/end-process");
  jest.dontMock("./supported-node");
  jest.dontMock("./pack/policy-pack");
  jest.restoreAllMocks();
  jest.useRealTimers();
});

// A type argument of requireActual would hide from jest, and so from the mutation run, that these tests are about serve.ts.

/** Serves a pack with one policy as the entry does, in a fresh process. */
function servePack(configuration?: Pack["configuration"]): void {
  jest.isolateModules(() => {
    const { servePack } = jest.requireActual("./serve") as typeof serve;
    const { definePolicy } = jest.requireActual<typeof kit>("./index");
    const data = { id: "few-things", title: "Things are few.", severity: "low", level: "advisory" } as const;
    const policies = [definePolicy({ ...data, config: {}, check: () => [] })];
    servePack({ name: "pack", description: "A pack.", policies, ...(configuration === undefined ? {} : { configuration }) });
  });
}

test("importing the kit neither loads the SDK nor starts a server nor touches the process", () => {
  jest.isolateModules(() => expect(jest.requireActual("./index")).toHaveProperty("definePolicy"));
  expect(observed).toEqual({ sdkLoaded: false, started: [], ended: [], listeners: new Map() });
});

describe("serving a pack", () => {
  test("starts one server, with the pack's name, policies and configuration", () => {
    servePack({ all: "mandatory" });
    expect(observed.started).toMatchObject([
      {
        name: "pack",
        policies: [{ name: "few-things" }, { name: "assumptions" }, { name: "inventory" }, { name: "waivers" }],
        configuration: { all: "mandatory" },
      },
    ]);
    expect(observed.ended).toEqual([]);
  });

  test("under the SDK that is installed, offers a callback only while it is needed", () => {
    servePack();
    const policies = observed.started.flatMap((started) => started.policies);
    for (const { validateResource } of policies) validateResource?.({ urn: "urn:orders", props: {}, getConfig: () => ({}) });
    expect(policies.filter(({ validateResource }) => validateResource !== undefined)).toMatchObject([{ name: "few-things" }]);
  });
});

describe("an exception that reaches nobody", () => {
  test.each(["unhandledRejection", "uncaughtException"])("ends the process with the pack and the reason: %s", (event) => {
    servePack();
    const failure = new Error("Invalid asset encountered when unmarshaling resource property");
    expect(() => observed.listeners.get(event)?.(failure)).toThrow("the process has ended");
    expect(observed.ended).toEqual([failureText("pack", failure)]);
  });

  test("is awaited before the server is there, and nothing else is", () => {
    let before: number | undefined;
    jest.doMock("@pulumi/policy", () => ({ PolicyPack: jest.fn(() => (before = observed.listeners.size)) }));
    servePack();
    expect(before).toBe(2);
  });
});

describe("on a Node.js that is too old", () => {
  test("the process ends with both versions before the SDK is loaded", () => {
    const unsupportedNode = jest.fn<(subject: string, node: object) => string>().mockReturnValue("too old");
    jest.doMock("./supported-node", () => ({ unsupportedNode }));
    expect(() => servePack()).toThrow("the process has ended");
    expect(unsupportedNode).toHaveBeenCalledWith("This policy pack", { version: process.versions.node, executable: process.execPath });
    expect(observed.ended).toEqual(["too old"]);
    expect(observed).toMatchObject({ sdkLoaded: false, started: [] });
  });
});

describe("a pack is told of its surroundings", () => {
  /** The arguments of `packArguments`. */
  function surroundings(): { readonly today: () => string; readonly environment: object } {
    let given: { today: () => string; environment: object } | undefined;
    jest.doMock("./pack/policy-pack", () => ({
      packArguments: (_: Pack, today: () => string, environment: object) => {
        given = { today, environment };
        return { policies: [] };
      },
      initialConfiguration: () => ({}),
    }));
    jest.isolateModules(() =>
      (jest.requireActual("./serve") as typeof serve).servePack({ name: "pack", description: "A pack.", policies: [] }),
    );
    if (given === undefined) throw new Error("the pack was not built");
    return given;
  }

  test("the day in UTC, anew at each look", () => {
    const { today } = surroundings();
    jest.useFakeTimers({ now: new Date("2026-11-24T23:59:59Z") });
    expect(today()).toBe("2026-11-24");
    jest.setSystemTime(new Date("2026-11-25T00:00:00Z"));
    expect(today()).toBe("2026-11-25");
  });

  test.each([
    { version: { version: "1.2.3" }, sdkVersion: "1.2.3" },
    { version: {}, sdkVersion: "" },
  ])("the version of the SDK: $version", ({ version, sdkVersion }) => {
    jest.doMock("@pulumi/policy/version", () => version);
    expect(surroundings().environment).toMatchObject({ sdkVersion });
  });

  test.each([
    { streaming: undefined, reader: "person" },
    { streaming: "", reader: "person" },
    { streaming: "0", reader: "person" },
    { streaming: "false", reader: "person" },
    { streaming: "1", reader: "program" },
    { streaming: "true", reader: "program" },
    { streaming: "TRUE", reader: "program" },
  ])("its reader, where events are streamed: $streaming", ({ streaming, reader }) => {
    jest.replaceProperty(process, "env", streaming === undefined ? {} : { PULUMI_ENABLE_STREAMING_JSON_PREVIEW: streaming });
    expect(surroundings().environment).toMatchObject({ reader });
  });
});
