import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { CONNECTIONS_PER_ENI } from "../facts/lambda-limits";
import { arbitraryScenario, withEnoughAddresses } from "../testing/arbitrary/arbitrary-scenario";
import { combinationCount, MEMORY_PER_INTERFACE, projectedInterfaces } from "./closed-formulas";
import { compareModels, compareSharing } from "./compare-models";
import type { Scenario } from "./scenario";
import { simulateBefore2019 } from "./simulate-before-2019";
import { simulateToday } from "./simulate-today";
import { summarize } from "./simulation";

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const peakOf = ({ load }: Scenario): number => Math.max(...load);

/** An independent spread: executions are dealt to the functions in turn. */
function dealt({ functions }: Scenario, concurrency: number): readonly number[] {
  const hands = Array.from({ length: functions }, () => 0);
  for (let execution = 0; execution < concurrency; execution++) hands[execution % functions] = (hands[execution % functions] ?? 0) + 1;
  return hands;
}

/** The interfaces before 2019 by the closed formula, function by function. */
function neededBefore(scenario: Scenario): number {
  return sum(dealt(scenario, peakOf(scenario)).map((executions) => Math.ceil((executions * scenario.memory) / MEMORY_PER_INTERFACE)));
}

describe("in both models,", () => {
  test("each execution runs, waits or is refused, and each interface takes one address of a subnet that has it", () => {
    checkLaw({ "executions wait": 30, "executions are refused": 20 }, [arbitraryScenario], (scenario, met) => {
      const { before, today } = compareModels(scenario);
      met("executions wait", before.summary.waits > 0);
      met("executions are refused", before.summary.refused > 0);
      for (const moment of [...before.moments, ...today.moments]) {
        expect(moment.demanded).toBe(moment.running + moment.waiting + moment.refused);
        expect(Math.min(moment.running, moment.waiting, moment.refused)).toBeGreaterThanOrEqual(0);
        expect(moment.interfaces).toBe(sum(moment.addresses));
        for (const [subnet, free] of scenario.subnets.entries()) expect(moment.addresses[subnet]).toBeLessThanOrEqual(free);
      }
      expect(before.summary.interfaces).toBeLessThanOrEqual(scenario.quota.before);
      expect(today.summary.interfaces).toBeLessThanOrEqual(scenario.quota.today);
    });
  });

  test("interfaces are never removed, and time advances by one step", () => {
    checkLaw({ "the number grows": 30 }, [arbitraryScenario], (scenario, met) => {
      for (const { moments } of Object.values({ ...compareModels(scenario) }).filter(
        (one) => typeof one === "object" && "moments" in one,
      )) {
        met("the number grows", (moments.at(-1)?.interfaces ?? 0) > (moments[0]?.interfaces ?? 0));
        expect(moments.map(({ interfaces }) => interfaces)).toEqual(moments.map(({ interfaces }) => interfaces).sort((a, b) => a - b));
        expect(moments.map(({ second }) => second)).toEqual(scenario.load.map((_, step) => step * scenario.secondsPerStep));
      }
    });
  });
});

test("a comparison of sharing has the numbers of whole simulations", () => {
  checkLaw({ "sharing saves ENIs today": 20 }, [arbitraryScenario, fc.integer({ min: 1, max: 30 })], (scenario, functions, met) => {
    const [row] = compareSharing(scenario, [functions]);
    const each = compareModels({ ...scenario, functions, sets: functions });
    const one = compareModels({ ...scenario, functions, sets: 1 });
    met("sharing saves ENIs today", each.today.summary.interfaces > one.today.summary.interfaces);
    expect(row).toEqual({
      functions,
      beforeWithSetEach: each.before.summary.interfaces,
      beforeWithOneSet: one.before.summary.interfaces,
      todayWithSetEach: each.today.summary.interfaces,
      todayWithOneSet: one.today.summary.interfaces,
    });
  });
});

describe("before September 2019,", () => {
  test("with enough addresses, the simulation has the interfaces of the closed formula, at most one a function more than AWS projected", () => {
    checkLaw({ "several functions": 50, "the formula is no whole number": 30 }, [arbitraryScenario], (any, met) => {
      const scenario = withEnoughAddresses(any);
      const projected = projectedInterfaces(peakOf(scenario), scenario.memory);
      const { interfaces, refused } = summarize(simulateBefore2019(scenario));
      met("several functions", scenario.functions > 1);
      met("the formula is no whole number", !Number.isInteger(projected));
      expect(refused).toBe(0);
      expect(interfaces).toBe(neededBefore(scenario));
      expect(interfaces).toBeGreaterThanOrEqual(projected);
      expect(interfaces).toBeLessThan(projected + scenario.functions);
    });
  });

  test("a single function has exactly the projected number, rounded up", () => {
    checkLaw({ "the load has a peak": 80 }, [arbitraryScenario], (any, met) => {
      const scenario = withEnoughAddresses({ ...any, functions: 1, sets: 1 });
      met("the load has a peak", peakOf(scenario) > 0);
      expect(summarize(simulateBefore2019(scenario)).interfaces).toBe(Math.ceil(projectedInterfaces(peakOf(scenario), scenario.memory)));
    });
  });

  test("executions are refused exactly if the closed formula exceeds the free addresses or the quota", () => {
    checkLaw({ "they are refused": 20, "they are not": 20 }, [arbitraryScenario], (scenario, met) => {
      const lacking = neededBefore(scenario) > Math.min(sum(scenario.subnets), scenario.quota.before);
      met("they are refused", lacking);
      met("they are not", !lacking);
      expect(summarize(simulateBefore2019(scenario)).refused > 0).toBe(lacking);
    });
  });

  test("of a single function, the executions beyond 3 GB for each free address are refused at each step", () => {
    checkLaw({ "some are refused": 20 }, [arbitraryScenario], (any, met) => {
      const scenario = { ...any, functions: 1, sets: 1 };
      const most = Math.floor((Math.min(sum(scenario.subnets), scenario.quota.before) * MEMORY_PER_INTERFACE) / scenario.memory);
      const refused = scenario.load.map((executions) => Math.max(0, executions - most));
      met("some are refused", Math.max(...refused) > 0);
      expect(simulateBefore2019(scenario).moments.map((moment) => moment.refused)).toEqual(refused);
    });
  });

  test("security-group sets make no difference", () => {
    checkLaw({ "there are several sets": 40 }, [arbitraryScenario], (scenario, met) => {
      met("there are several sets", scenario.sets > 1);
      expect(simulateBefore2019(scenario)).toEqual(simulateBefore2019({ ...scenario, sets: 1 }));
    });
  });

  test("no execution waits if interfaces are ready at once, and the number of interfaces does not depend on the wait", () => {
    checkLaw({ "executions wait otherwise": 30 }, [arbitraryScenario], (scenario, met) => {
      const instant = simulateBefore2019({ ...scenario, interfaceWait: 0 });
      const slow = simulateBefore2019({ ...scenario, interfaceWait: 10 });
      met("executions wait otherwise", slow.waits > 0);
      expect(instant.waits).toBe(0);
      expect(instant.moments.every(({ waiting }) => waiting === 0)).toBe(true);
      expect(instant.moments.map(({ interfaces, refused }) => [interfaces, refused])).toEqual(
        slow.moments.map(({ interfaces, refused }) => [interfaces, refused]),
      );
    });
  });

  test("with one function and whole interfaces, each execution waits once, in its first seconds", () => {
    checkLaw({ "executions wait": 60 }, [arbitraryScenario], (any, met) => {
      const scenario = { ...withEnoughAddresses(any), functions: 1, sets: 1, memory: MEMORY_PER_INTERFACE, interfaceWait: 10 };
      const { waits, moments } = simulateBefore2019(scenario);
      met("executions wait", waits > 0);
      expect(waits).toBe(peakOf(scenario));
      const steps = Math.ceil(10 / scenario.secondsPerStep);
      const readyAt = (step: number): number => Math.max(0, ...scenario.load.slice(0, Math.max(0, step + 1 - steps)));
      expect(moments.map(({ waiting }) => waiting)).toEqual(scenario.load.map((here, step) => Math.max(0, here - readyAt(step))));
    });
  });
});

describe("today,", () => {
  test("with enough addresses and few connections, each set has one ENI in each subnet, whatever the load, the memory and the functions", () => {
    checkLaw({ "functions share": 30 }, [arbitraryScenario, fc.nat({ max: 500 })], (any, more, met) => {
      const scenario = { ...withEnoughAddresses(any), connectionsPerExecution: 1, functions: any.functions + more };
      met("functions share", scenario.functions > scenario.sets);
      const { moments, waits, creationWaits, notCreated } = simulateToday(scenario);
      const enis = combinationCount(scenario.sets, scenario.subnets.length);
      expect(moments.map(({ interfaces, waiting, refused }) => [interfaces, waiting, refused])).toEqual(moments.map(() => [enis, 0, 0]));
      expect({ waits, creationWaits, notCreated }).toEqual({ waits: 0, creationWaits: scenario.sets, notCreated: 0 });
    });
  });

  test("scaling adds ⌈connections ÷ 65,000⌉ − 1 ENIs to each combination, at the peak of the load", () => {
    checkLaw({ "ENIs are added": 10 }, [arbitraryScenario], (any, met) => {
      const scenario = { ...withEnoughAddresses(any), connectionsPerExecution: 5000 };
      const { sets, subnets, connectionsPerExecution } = scenario;
      const executions = Array.from({ length: sets }, (_, set) =>
        sum(dealt(scenario, peakOf(scenario)).filter((__, index) => index % sets === set)),
      );
      const enis = executions.map((one) => Math.max(1, Math.ceil((one * connectionsPerExecution) / subnets.length / CONNECTIONS_PER_ENI)));
      met("ENIs are added", sum(enis) > sets);
      expect(summarize(simulateToday(scenario)).interfaces).toBe(sum(enis) * subnets.length);
    });
  });

  test("the functions of a set are created if each subnet has an address for it and the quota one for each subnet", () => {
    checkLaw({ "some are not created": 10 }, [arbitraryScenario], (any, met) => {
      const scenario = { ...any, connectionsPerExecution: 0 };
      const sets = Math.min(scenario.sets, ...scenario.subnets, Math.floor(scenario.quota.today / scenario.subnets.length));
      const outside = Array.from({ length: scenario.functions }, (_, index) => index).filter((index) => index % scenario.sets >= sets);
      const { notCreated, moments } = simulateToday(scenario);
      met("some are not created", notCreated > 0);
      expect(notCreated).toBe(outside.length);
      expect(moments.map(({ refused }) => refused)).toEqual(
        scenario.load.map((demanded) => sum(outside.map((index) => dealt(scenario, demanded)[index] ?? 0))),
      );
    });
  });
});
