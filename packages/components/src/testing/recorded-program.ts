import { afterEach, beforeEach, jest } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";

type Registered = pulumi.runtime.MockResourceArgs;

/** What the program of a test registers, with a stand-in for the engine. It shows shapes only: for what AWS makes of them there is the engine. */
export interface RecordedProgram {
  /** The resources whose type token ends so, once every registration is through; all of them without it. */
  registered(typeSuffix?: string): Promise<readonly Registered[]>;
  /** The inputs of these resources, by name. */
  inputsByName(typeSuffix: string): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>>;
  /** The warnings that were told. */
  warnings(): readonly unknown[];
}

/** Has each test of a file begin a program of its own. `state` is what resources have beside their inputs; functions of the provider give the Region. */
export function recordProgram(state: (resource: Registered) => object = () => ({}), region = "us-east-1"): RecordedProgram {
  let all: Registered[] = [];

  beforeEach(async () => {
    all = [];
    jest.spyOn(pulumi.log, "warn").mockResolvedValue();
    await pulumi.runtime.setMocks({
      newResource: (resource) => {
        all.push(resource);
        return { id: `${resource.name}-id`, state: { ...state(resource), ...(resource.inputs as object) } };
      },
      call: () => ({ region }),
    });
  });

  // A component registers its outputs late; they must not reach the next test.
  afterEach(async () => {
    await pulumi.runtime.disconnect();
    jest.restoreAllMocks();
  });

  const registered = async (typeSuffix = ""): Promise<readonly Registered[]> => {
    await pulumi.runtime.disconnect();
    return all.filter(({ type }) => type.endsWith(typeSuffix));
  };
  return {
    registered,
    inputsByName: async (typeSuffix) =>
      Object.fromEntries((await registered(typeSuffix)).map(({ name, inputs }) => [name, inputs as Record<string, unknown>])),
    warnings: () => jest.mocked(pulumi.log.warn).mock.calls.map(([message]) => message),
  };
}

/** What an input comes to. */
export function valueOf<T>(input: pulumi.Input<T>): Promise<pulumi.Unwrap<T>> {
  return new Promise((resolve) => pulumi.output(input).apply(resolve));
}
