module.exports = require("../../jest.preset.cjs")(__dirname, { testTimeout: 300_000, maxWorkers: 2 });
