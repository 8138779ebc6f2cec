import type { Scenario } from "../../history/scenario";

/** One function in one subnet with ample addresses, and whatever a test is about. */
export function scenarioOf(parts: Partial<Scenario>): Scenario {
  return {
    functions: 1,
    sets: 1,
    subnets: [4091],
    memory: 3072,
    load: [1],
    secondsPerStep: 1,
    interfaceWait: 10,
    connectionsPerExecution: 1,
    quota: { before: Infinity, today: 500 },
    ...parts,
  };
}
