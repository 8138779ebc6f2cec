const fc = require("fast-check");

/** Laws run on one seed, so that a red run is the fault of the change. `PROPERTY_SEED=random` explores; a number runs that seed again. */
const { PROPERTY_SEED, PROPERTY_PROFILE } = process.env;
if (PROPERTY_SEED !== "random") fc.configureGlobal({ seed: Number(PROPERTY_SEED ?? 20261123) });

/**
 * `PROPERTY_PROFILE=mutation` runs each law at most this many times, whatever number the law states, and does not shrink counterexamples.
 * Mutation tests need only know whether a law fails, and run it once for each mutant.
 */
const mutationRuns = 40;
if (PROPERTY_PROFILE === "mutation") {
  const ofMutation = (parameters) => ({ ...parameters, numRuns: Math.min(parameters?.numRuns ?? 100, mutationRuns), endOnFailure: true });
  const assert = (property, parameters) => fc.assert(property, ofMutation(parameters));
  fc.default = Object.create(fc.default, { assert: { value: assert } });
}
