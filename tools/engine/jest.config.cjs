// Tests start processes; a busy machine may take its time over that.
module.exports = require("../../jest.preset.cjs")(__dirname, { testTimeout: 60_000 });
