// `npm run registry-e2e`: every consumer of the packages. Of these, `npm test` runs only the one in a `.test.ts`.
module.exports = require("../jest.preset.cjs")(__dirname, {
  testTimeout: 600_000,
  maxWorkers: 2,
  testMatch: ["**/registry/*.test.ts", "**/registry/*.consumer.ts"],
});
