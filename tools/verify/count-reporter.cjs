const fs = require("node:fs");
const path = require("node:path");

/** A jest reporter that leaves the runner's own counts where `npm test` sums them. */
module.exports = class CountReporter {
  constructor(_globalConfig, options) {
    this.file = path.join(__dirname, "../../.test-results", `${options.project}.json`);
  }

  onRunComplete(_contexts, results) {
    fs.mkdirSync(path.dirname(this.file), { recursive: true });
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    fs.writeFileSync(this.file, JSON.stringify(counts) + "\n");
  }
};
