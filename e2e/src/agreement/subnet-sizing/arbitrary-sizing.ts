import fc from "fast-check";
import { addressesOfOthers, type SizingDescription, type ZoneDescription } from "./sizing-program";

/** A zone that asks for ten to twelve addresses, where a /28 has eleven: what fits and what does not lie close together. */
const arbitraryZone: fc.Arbitrary<ZoneDescription> = fc
  .record({
    total: fc.integer({ min: 10, max: 12 }),
    others: fc.record({
      mountTarget: fc.boolean(),
      interfaceEndpoint: fc.boolean(),
      natGateway: fc.boolean(),
      networkLoadBalancer: fc.boolean(),
      networkInterfaces: fc.integer({ min: 0, max: 2 }),
    }),
  })
  .map(({ total, others }) => ({ sets: total - addressesOfOthers(others), ...others }));

/** Stacks of one or two zones with a /28 each, whose every id a preview can place: their figures are exact. */
export const arbitrarySizing: fc.Arbitrary<SizingDescription> = fc.record({
  prefixLength: fc.constant(28),
  zones: fc.array(arbitraryZone, { minLength: 1, maxLength: 2 }),
  twins: fc.integer({ min: 0, max: 2 }),
});
