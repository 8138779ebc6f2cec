// A session of DuckDB opens the files of all tables, which a busy machine reads slowly.
module.exports = require("../../jest.preset.cjs")(__dirname, { testTimeout: 120_000 });
