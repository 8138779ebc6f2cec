const fc = require("fast-check");

/** Laws run on one seed, so that a red run is the fault of the change. `PROPERTY_SEED=random` explores; a number runs that seed again. */
const { PROPERTY_SEED } = process.env;
if (PROPERTY_SEED !== "random") fc.configureGlobal({ seed: Number(PROPERTY_SEED ?? 20261123) });
