const coverage = require("./coverage-file.cjs");

/**
 * Orders test files for Jest. For one mutant it keeps the files that reach the mutant, the fastest first: the run ends with the first failure.
 * A file that the coverage map does not list is kept.
 */
module.exports = class CoveringTestsSequencer {
  sort(tests) {
    const mutant = process.env["__STRYKER_ACTIVE_MUTANT__"];
    if (mutant === undefined) return tests;
    const files = coverage.read();
    const milliseconds = (test) => files[test.path]?.milliseconds ?? 0;
    const reaches = (test) => files[test.path]?.mutants.includes(mutant) ?? true;
    return tests.filter(reaches).sort((a, b) => milliseconds(a) - milliseconds(b));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
};
