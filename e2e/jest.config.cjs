const path = require("node:path");

// `npm run e2e`: the projects below too, so that two workers share all of it.
module.exports = require("../jest.preset.cjs")(__dirname, {
  roots: ["<rootDir>/src", "<rootDir>/bridge/src", "<rootDir>/soundness/src"],
  testTimeout: 300_000,
  maxWorkers: 2,
  maxConcurrency: 2,
  testSequencer: path.join(__dirname, "slow-first.cjs"),
});
