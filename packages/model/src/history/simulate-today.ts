import { CONNECTIONS_PER_ENI } from "../facts/lambda-limits";
import { FreeAddresses } from "./free-addresses";
import { executionsOf, type Scenario } from "./scenario";
import type { Moment, Simulation } from "./simulation";

/**
 * Today's model. Each set has an ENI in each subnet, which its functions share (docs/aws-facts.md#eni-sharing). Lambda creates it with the first
 * function of the set, before any invocation (docs/aws-facts.md#eni-creation), so no execution waits. Lambda adds ENIs only for connections:
 * ⌈c ÷ 65,000⌉ − 1 to a combination with c connections (docs/aws-facts.md#eni-connections).
 *
 * The functions of a set that lacks an address in one subnet, or the quota, are not created (docs/aws-facts.md#function-failures).
 * Three things are not documented: connections are spread evenly over the subnets, ENIs that were added are kept, and a combination that gets no
 * further ENI, because no address is free, refuses no execution.
 *
 * Laws: without added ENIs, sets × subnets, whatever the load, the memory and the number of functions.
 */
export function simulateToday(scenario: Scenario): Simulation {
  const { functions, sets, subnets, load, secondsPerStep, connectionsPerExecution, quota } = scenario;
  const addresses = new FreeAddresses(subnets, quota.today);
  const created = Math.min(sets, ...subnets, Math.floor(quota.today / subnets.length));
  const enis = Array.from({ length: created }, () => subnets.map((_, subnet) => Number(addresses.takeIn(subnet))));

  const moments = load.map((demanded, step): Moment => {
    const executions = executionsOfSets(demanded, functions, sets);
    for (const [set, held] of enis.entries()) {
      const needed = Math.ceil(((executions[set] ?? 0) * connectionsPerExecution) / subnets.length / CONNECTIONS_PER_ENI);
      for (const [subnet, present] of held.entries()) held[subnet] = present + added(needed - present, subnet, addresses);
    }
    const running = executions.slice(0, created).reduce((sum, one) => sum + one, 0);
    const taken = addresses.taken();
    return {
      second: step * secondsPerStep,
      demanded,
      running,
      waiting: 0,
      refused: demanded - running,
      interfaces: taken.reduce((sum, one) => sum + one, 0),
      addresses: taken,
    };
  });
  return { moments, waits: 0, creationWaits: created, notCreated: functionsOutside(created, functions, sets) };
}

/** The executions of the functions of each set. */
function executionsOfSets(concurrency: number, functions: number, sets: number): readonly number[] {
  const sums = Array.from({ length: sets }, () => 0);
  for (let index = 0; index < functions; index++)
    sums[index % sets] = (sums[index % sets] ?? 0) + executionsOf(index, functions, concurrency);
  return sums;
}

/** How many ENIs a combination gets of those that it lacks. */
function added(lacking: number, subnet: number, addresses: FreeAddresses): number {
  let count = 0;
  while (count < lacking && addresses.takeIn(subnet)) count += 1;
  return count;
}

/** The number of functions whose set is not among the first `created` ones. */
function functionsOutside(created: number, functions: number, sets: number): number {
  return Array.from({ length: functions }, (_, index) => index % sets).filter((set) => set >= created).length;
}
