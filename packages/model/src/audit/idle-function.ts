import type { AccountFunction } from "../account/account-reading";

/** Functions of VPCs that nobody invoked for 14 days (docs/aws-facts.md#idle-functions). */
export interface IdleFunctions {
  readonly idle: readonly string[];
  /** Those of which the reading does not contain the state. */
  readonly unknown: readonly string[];
}

export function idleFunctions(functions: readonly AccountFunction[]): IdleFunctions {
  const inVpc = functions.filter(({ latest }) => latest.vpc !== undefined);
  return {
    idle: inVpc.filter(isIdle).map(({ name }) => name),
    unknown: inVpc.filter(({ latest }) => latest.state === undefined).map(({ name }) => name),
  };
}

/** Whether Lambda has reclaimed the interfaces of the function: its next invocation fails and creates them again. */
export function isIdle({ latest }: AccountFunction): boolean {
  return latest.state === "Inactive" && latest.stateReason === "Idle";
}
