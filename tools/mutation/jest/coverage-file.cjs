const fs = require("node:fs");
const path = require("node:path");

/**
 * Which test files reach each mutant, and how long each file takes. The first run of Stryker writes it; the runs of single mutants read it.
 * Stryker selects tests by name, and Jest loads every related file to find the names: this map saves loading files that hold none of them.
 */
const file = path.resolve(".mutation-coverage.json");

exports.read = () => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {});

/** `mutants` are the identifiers of the mutants that the test file reaches. */
exports.add = (testFile, milliseconds, mutants) => {
  fs.writeFileSync(file, JSON.stringify({ ...exports.read(), [testFile]: { milliseconds, mutants } }));
};
