import { afterEach, beforeEach, jest } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";

type Registered = pulumi.runtime.MockResourceArgs;

/**
 * The resources that the program of a test registers with a mock of the engine. It shows inputs only. End-to-end tests show what AWS makes
 * of them.
 */
export interface RecordedProgram {
  /** The resources whose type token has this suffix, once all registrations are done. Default: all. */
  registered(typeSuffix?: string): Promise<readonly Registered[]>;
  /** The inputs of these resources, by name. */
  inputsByName(typeSuffix: string): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>>;
  /** The logged warnings. */
  warnings(): readonly unknown[];
}

/**
 * Starts a new program for each test of a file. `state` returns further outputs of a resource; functions of the provider return the
 * Region.
 */
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

  // A component registers its outputs late. They must not reach the next test.
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

/** The value of an input. */
export function valueOf<T>(input: pulumi.Input<T>): Promise<pulumi.Unwrap<T>> {
  return new Promise((resolve) => pulumi.output(input).apply(resolve));
}
