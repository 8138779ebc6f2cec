import { describe, expect, test } from "@jest/globals";
import { scenarioOf } from "../testing/samples/sample-scenario";
import { projectedInterfaces } from "./closed-formulas";
import { compareModels, compareSharing } from "./compare-models";
import { loadShapes } from "./load";
import { executionsOf } from "./scenario";
import { simulateBefore2019 } from "./simulate-before-2019";
import { simulateToday } from "./simulate-today";
import { summarize } from "./simulation";

describe("the worked examples of the formula before September 2019:", () => {
  test.each([
    { executions: 100, memory: 1.5, interfaces: 50 },
    { executions: 1000, memory: 3, interfaces: 1000 },
    { executions: 10, memory: 1, interfaces: 4 },
    { executions: 500, memory: 2, interfaces: 334 },
    { executions: 1, memory: 0.125, interfaces: 1 },
    { executions: 0, memory: 3, interfaces: 0 },
  ])("$executions executions of $memory GB have $interfaces interfaces", ({ executions, memory, interfaces }) => {
    const scenario = scenarioOf({ load: [executions], memory: memory * 1024 });
    expect(Math.ceil(projectedInterfaces(executions, memory * 1024))).toBe(interfaces);
    expect(summarize(simulateBefore2019(scenario)).interfaces).toBe(interfaces);
  });
});

describe("the combinations that use up the quota of 500 today:", () => {
  test.each([
    { functions: 250, subnets: 2, interfaces: 500, notCreated: 0 },
    { functions: 166, subnets: 3, interfaces: 498, notCreated: 0 },
    { functions: 167, subnets: 3, interfaces: 498, notCreated: 1 },
    { functions: 83, subnets: 6, interfaces: 498, notCreated: 0 },
    { functions: 84, subnets: 6, interfaces: 498, notCreated: 1 },
    { functions: 31, subnets: 16, interfaces: 496, notCreated: 0 },
  ])("$functions functions with a set each in $subnets subnets", ({ functions, subnets, interfaces, notCreated }) => {
    const simulation = simulateToday(scenarioOf({ functions, sets: functions, subnets: Array.from({ length: subnets }, () => 4091) }));
    expect({ interfaces: summarize(simulation).interfaces, notCreated: simulation.notCreated }).toEqual({ interfaces, notCreated });
  });
});

describe("the free addresses of subnets limit", () => {
  test.each([
    { subnets: [11], interfaces: 11, refused: 89 },
    { subnets: [11, 27], interfaces: 38, refused: 62 },
    { subnets: [251], interfaces: 100, refused: 0 },
  ])("the executions before 2019, and nothing today: $subnets", ({ subnets, interfaces, refused }) => {
    const { before, today } = compareModels(scenarioOf({ subnets, load: [100] }));
    expect(before.summary).toMatchObject({ interfaces, refused, firstRefusal: refused > 0 ? 0 : undefined });
    expect(today.summary).toMatchObject({ interfaces: subnets.length, refused: 0, firstRefusal: undefined });
  });

  test("the sets that can be created today: with no address in one subnet, no function of theirs", () => {
    const { today } = compareModels(scenarioOf({ functions: 3, sets: 3, subnets: [11, 2], load: [30] }));
    expect(today.summary).toMatchObject({ interfaces: 4, notCreated: 1, refused: 10, creationWaits: 2 });
  });
});

test("addresses are taken in the subnet with most of them", () => {
  const { moments } = simulateBefore2019(scenarioOf({ subnets: [10, 4, 4], load: [6, 8, 18, 20] }));
  expect(moments.map(({ addresses }) => addresses)).toEqual([
    [6, 0, 0],
    [7, 1, 0],
    [10, 4, 4],
    [10, 4, 4],
  ]);
});

test("before 2019, the executions of a spike wait ten seconds, and those of the next one only if it is higher", () => {
  const spike = (height: number): readonly number[] => Array.from({ length: 12 }, () => height);
  const { moments, waits } = simulateBefore2019(scenarioOf({ load: [...spike(5), ...spike(2), ...spike(7)] }));
  const waiting = moments.map((moment) => moment.waiting);
  expect(waiting).toEqual([...Array(10).fill(5), 0, 0, ...Array(12).fill(0), ...Array(10).fill(2), 0, 0]);
  expect(waits).toBe(7);
});

test("the executions on an interface that has memory left do not wait", () => {
  const { moments } = simulateBefore2019(scenarioOf({ memory: 1024, interfaceWait: 2, load: [1, 1, 3, 4] }));
  expect(moments.map(({ waiting }) => waiting)).toEqual([1, 1, 0, 1]);
});

test("sharing changes the number of interfaces today, and nothing before 2019", () => {
  const scenario = scenarioOf({ subnets: [251, 251, 251], load: [120] });
  expect(compareSharing(scenario, [1, 40])).toEqual([
    { functions: 1, beforeWithSetEach: 120, beforeWithOneSet: 120, todayWithSetEach: 3, todayWithOneSet: 3 },
    { functions: 40, beforeWithSetEach: 120, beforeWithOneSet: 120, todayWithSetEach: 120, todayWithOneSet: 3 },
  ]);
});

test("functions share a load evenly, the first ones the rest", () => {
  expect([0, 1, 2].map((index) => executionsOf(index, 3, 8))).toEqual([3, 3, 2]);
});

describe("a load that is", () => {
  test.each([
    { shape: "constant", values: [80, 80, 80, 80, 80, 80, 80, 80] },
    { shape: "ramp", values: [13, 27, 40, 53, 67, 80, 80, 80] },
    { shape: "spikes", values: [8, 27, 8, 53, 8, 80, 8, 8] },
  ] as const)("$shape", ({ shape, values }) => {
    expect(loadShapes[shape](80, 8)).toEqual(values);
  });

  test.each(Object.entries(loadShapes))("%s reaches its peak and never exceeds it", (_, shape) => {
    expect([8, 9, 60, 120].map((steps) => Math.max(...shape(1000, steps)))).toEqual([1000, 1000, 1000, 1000]);
  });
});
