import type { AnswerObject } from "./answer";
import type { Call } from "./call";
import { type Input, type Members, type Parameters, readInput } from "./parameters";

/** The method and path of an operation of a REST service. `{Name}` in the path stands for a parameter, `{Name+}` for one that may have slashes. */
export interface Route {
  readonly method: "GET" | "DELETE";
  readonly path: string;
}

/** One operation of a service. */
export interface Operation {
  /** As in AWS's model of the service and in IAM actions, such as `DescribeVpcs`. */
  readonly name: string;
  /** The IAM action, if it has another name. */
  readonly action?: string | undefined;
  readonly parameterNames: readonly string[];
  readonly route?: Route | undefined;
  /** Throws `AwsError`, and `InvalidParameter`. */
  readonly run: (call: Call, members: Members) => AnswerObject;
}

interface Definition<P extends Parameters> {
  readonly name: string;
  readonly action?: string;
  readonly route?: Route;
  readonly parameters: P;
  readonly answer: (call: Call, input: Input<P>) => AnswerObject;
}

/** Describes an operation: its name, how its input is read, and its answer. */
export function operation<const P extends Parameters>({ name, action, route, parameters, answer }: Definition<P>): Operation {
  return {
    name,
    action,
    route,
    parameterNames: Object.keys(parameters),
    run: (call, members) => answer(call, readInput(parameters, members)),
  };
}
