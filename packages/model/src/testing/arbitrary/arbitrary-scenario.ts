import fc from "fast-check";
import type { Scenario } from "../../history/scenario";

/** Scenarios in which addresses suffice, are scarce, or are lacking. */
export const arbitraryScenario: fc.Arbitrary<Scenario> = fc.integer({ min: 1, max: 12 }).chain((functions) =>
  fc.record({
    functions: fc.constant(functions),
    sets: fc.integer({ min: 1, max: functions }),
    subnets: fc.array(fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 60 }), fc.constantFrom(11, 251, 4091)), { minLength: 1, maxLength: 4 }),
    memory: fc.oneof(fc.constantFrom(128, 1024, 1536, 3008, 3072), fc.integer({ min: 128, max: 10_240 })),
    load: fc.array(fc.oneof(fc.nat({ max: 30 }), fc.nat({ max: 400 })), { minLength: 1, maxLength: 12 }),
    secondsPerStep: fc.constantFrom(1, 5, 60),
    interfaceWait: fc.constantFrom(0, 3, 10),
    connectionsPerExecution: fc.constantFrom(0, 1, 700, 5000),
    quota: fc.record({ before: fc.constantFrom(Infinity, 100), today: fc.constantFrom(500, 10) }),
  }),
);

/** The same scenario with as many addresses as any load needs. */
export function withEnoughAddresses(scenario: Scenario): Scenario {
  return { ...scenario, subnets: scenario.subnets.map(() => 100_000), quota: { before: Infinity, today: Infinity } };
}
