const coverage = require("./coverage-file.cjs");

/**
 * Orders test files for Jest. For one mutant it keeps the files that reach the mutant, the fastest first: the run ends with the first failure.
 * A file that the coverage map does not list is kept. Laws and oracles of other folders than the mutant's, which MUTATION_FOLDER names, take most
 * of the time and kill few mutants: they run only where no other test reaches the mutant.
 */
module.exports = class CoveringTestsSequencer {
  sort(tests) {
    const mutant = process.env["__STRYKER_ACTIVE_MUTANT__"];
    if (mutant === undefined) return tests;
    const files = coverage.read();
    const milliseconds = (test) => files[test.path]?.milliseconds ?? 0;
    const reaches = (test) => files[test.path]?.mutants.includes(mutant) ?? true;
    const reaching = tests.filter(reaches).sort((a, b) => milliseconds(a) - milliseconds(b));
    const near = reaching.filter((test) => !isDistantLaw(test.path));
    return near.length > 0 ? near : reaching;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
};

function isDistantLaw(file) {
  const folder = process.env["MUTATION_FOLDER"];
  return folder !== undefined && /\.(laws|oracle)\.test\.[jt]s$/.test(file) && !file.includes(`/${folder}/`);
}
