import { executionsOn, projectedInterfaces } from "./closed-formulas";
import { FreeAddresses } from "./free-addresses";
import { executionsOf, type Scenario, stepsUntilReady } from "./scenario";
import type { Moment, Simulation } from "./simulation";

/** The interfaces of one function and how many executions it has had at a time. */
interface FunctionInterfaces {
  created: number;
  /** Interfaces created in each step that are not ready yet, the oldest first. */
  readonly pending: number[];
  ready: number;
  mostExecutions: number;
}

/**
 * The model before September 2019 (docs/aws-facts.md#enis-before-2019). A function creates interfaces when it is invoked and those it has carry no
 * further execution: one per 3 GB of the memory of its executions. It shares them with no other function. Its executions wait until the
 * interface is ready, and fail if no address is free.
 *
 * Two things were never documented, and the simulation chooses what needs fewest addresses: an interface is created in the subnet with most
 * free addresses, and it is kept until the end, as are idle execution environments.
 *
 * Laws: the interfaces of a function are ⌈its peak executions × memory ÷ 3 GB⌉ if addresses suffice. Sets make no difference.
 */
export function simulateBefore2019(scenario: Scenario): Simulation {
  const { functions, memory, load, secondsPerStep, subnets, quota } = scenario;
  const addresses = new FreeAddresses(subnets, quota.before);
  const wait = stepsUntilReady(scenario);
  const states = Array.from({ length: functions }, (): FunctionInterfaces => ({ created: 0, pending: [], ready: 0, mostExecutions: 0 }));
  let waits = 0;

  const moments = load.map((demanded, step): Moment => {
    let served = 0;
    let waiting = 0;
    for (const [index, state] of states.entries()) {
      const wanted = executionsOf(index, functions, demanded);
      createInterfaces(state, Math.ceil(projectedInterfaces(wanted, memory)), addresses, wait);
      const executions = Math.min(wanted, executionsOn(state.created, memory));
      const withoutWait = Math.max(state.mostExecutions, executionsOn(state.ready, memory));
      waits += Math.max(0, executions - withoutWait);
      waiting += Math.max(0, executions - executionsOn(state.ready, memory));
      state.mostExecutions = Math.max(state.mostExecutions, executions);
      served += executions;
    }
    const taken = addresses.taken();
    return {
      second: step * secondsPerStep,
      demanded,
      running: served - waiting,
      waiting,
      refused: demanded - served,
      interfaces: taken.reduce((sum, one) => sum + one, 0),
      addresses: taken,
    };
  });
  return { moments, waits, creationWaits: 0, notCreated: 0 };
}

/** Creates interfaces of a function until it has `needed` ones or no address is free. Interfaces are ready `wait` steps after their creation. */
function createInterfaces(state: FunctionInterfaces, needed: number, addresses: FreeAddresses, wait: number): void {
  let added = 0;
  while (state.created < needed && addresses.take()) {
    state.created += 1;
    added += 1;
  }
  state.pending.push(added);
  if (state.pending.length > wait) state.ready += state.pending.shift() ?? 0;
}
