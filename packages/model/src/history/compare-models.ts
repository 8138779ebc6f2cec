import { combinationCount, projectedInterfaces } from "./closed-formulas";
import type { Scenario } from "./scenario";
import { simulateBefore2019 } from "./simulate-before-2019";
import { simulateToday } from "./simulate-today";
import { type Simulation, summarize, type Summary } from "./simulation";

/** One model under a scenario. */
export interface ModelResult extends Simulation {
  readonly summary: Summary;
}

/** Both models under one scenario. */
export interface ModelComparison {
  readonly scenario: Scenario;
  readonly before: ModelResult;
  readonly today: ModelResult;
  /** What AWS's formula of the time projects for the peak of the load, a fraction. */
  readonly projected: number;
  /** The number of sets by subnets. */
  readonly combinations: number;
  /** The peak of the load. */
  readonly peak: number;
}

export function compareModels(scenario: Scenario): ModelComparison {
  const peak = peakOf(scenario);
  return {
    scenario,
    before: resultOf(simulateBefore2019(scenario)),
    today: resultOf(simulateToday(scenario)),
    projected: projectedInterfaces(peak, scenario.memory),
    combinations: combinationCount(scenario.sets, scenario.subnets.length),
    peak,
  };
}

function resultOf(simulation: Simulation): ModelResult {
  return { ...simulation, summary: summarize(simulation) };
}

function peakOf({ load }: Scenario): number {
  return load.reduce((most, one) => Math.max(most, one), 0);
}

/** The interfaces for a number of functions, each with a set, and all in one set. */
export interface SharingRow {
  readonly functions: number;
  readonly beforeWithSetEach: number;
  readonly beforeWithOneSet: number;
  readonly todayWithSetEach: number;
  readonly todayWithOneSet: number;
}

/**
 * What sharing changes in both models, for each number of functions: the load stays, the number of sets varies.
 * Interfaces are kept, so their number at the end follows from the peak of the load alone.
 */
export function compareSharing(scenario: Scenario, functionCounts: readonly number[]): readonly SharingRow[] {
  const load = [peakOf(scenario)];
  return functionCounts.map((functions) => {
    const each = { ...scenario, load, functions, sets: functions };
    const one = { ...scenario, load, functions, sets: 1 };
    return {
      functions,
      beforeWithSetEach: interfacesOf(simulateBefore2019(each)),
      beforeWithOneSet: interfacesOf(simulateBefore2019(one)),
      todayWithSetEach: interfacesOf(simulateToday(each)),
      todayWithOneSet: interfacesOf(simulateToday(one)),
    };
  });
}

function interfacesOf(simulation: Simulation): number {
  return summarize(simulation).interfaces;
}
